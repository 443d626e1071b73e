package dev.colloquy.benchmarks.plot;

import java.util.List;
import java.util.Locale;

/**
 * Bars that lie, one below the other.
 *
 * @param series what the values of each bar are, in order; five at the most
 */
public record BarChart(String title, String unit, List<String> series, List<Group> groups) {

  private static final int WIDTH = 760;
  private static final int LABELS = 230;
  private static final int VALUES = 150;
  private static final int BAR = 14;
  private static final int GAP = 10;
  private static final int LINE = 22;
  private static final int TOP = 52;
  private static final int BASELINE = 11;

  /** Colours of Okabe and Ito, which the colour-blind tell apart too. */
  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .group { font-weight: 600 }
        .axis { stroke: #8c959f }
        .s0 { fill: #0072b2 } .s1 { fill: #e69f00 } .s2 { fill: #009e73 } .s3 { fill: #cc79a7 } .s4 { fill: #56b4e9 }
        .range { stroke: #24292f; stroke-width: 1.2 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .range { stroke: #e6edf3 }
          .s0 { fill: #4a9fd8 }
        }
      </style>
      """;

  /** Bars below a heading; an empty one is not shown. */
  public record Group(String title, List<Bar> bars) {}

  /** One label and its values. */
  public record Bar(String label, List<Value> values) {}

  /** What was measured, and between what it lay. */
  public record Value(double median, double min, double max) {

    public static Value of(double only) {
      return new Value(only, only, only);
    }
  }

  /** The picture. */
  public String svg() {
    StringBuilder body = new StringBuilder(4_096);
    int y = TOP;
    for (Group group : groups) {
      if (!group.title().isEmpty()) {
        body.append(text("group", 0, y + BASELINE, "start", group.title()));
        y += LINE;
      }
      for (Bar bar : group.bars()) {
        body.append(bar(bar, y));
        y += bar.values().size() * BAR + GAP;
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" role="img">
    <title>%3$s</title>
    """
            .formatted(WIDTH, y + GAP, escaped(title))
        + STYLE
        + text("title", 0, 16, "start", title + ", " + unit)
        + legend()
        + body
        + line("axis", LABELS, TOP - GAP / 2, LABELS, y)
        + "</svg>\n";
  }

  private String legend() {
    if (series.size() < 2) {
      return "";
    }
    StringBuilder legend = new StringBuilder();
    int x = LABELS;
    for (int i = 0; i < series.size(); i++) {
      legend.append(rectangle(i, x, 26, BAR - 2));
      legend.append(text("", x + BAR + 4, 37, "start", series.get(i)));
      x += 40 + 8 * series.get(i).length();
    }
    return legend.toString();
  }

  private String bar(Bar bar, int top) {
    StringBuilder drawn = new StringBuilder();
    int middle = top + bar.values().size() * BAR / 2 + 4;
    drawn.append(text("", LABELS - 8, middle, "end", bar.label()));
    for (int i = 0; i < bar.values().size(); i++) {
      Value value = bar.values().get(i);
      int y = top + i * BAR;
      drawn.append(rectangle(i, LABELS, y, scaled(value.median())));
      int end = scaled(value.max());
      if (value.max() > value.min()) {
        int centre = y + (BAR - 2) / 2;
        drawn.append(line("range", LABELS + scaled(value.min()), centre, LABELS + end, centre));
      }
      drawn.append(text("", LABELS + end + 6, y + BASELINE, "start", shown(value.median())));
    }
    return drawn.toString();
  }

  private int scaled(double value) {
    double most =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .flatMap(bar -> bar.values().stream())
            .mapToDouble(Value::max)
            .max()
            .orElse(1);
    return (int) Math.round(value / most * (WIDTH - LABELS - VALUES / 2));
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }

  private static String rectangle(int series, int x, int y, int width) {
    return "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>\n"
        .formatted(series, x, y, width, BAR - 2);
  }

  private static String line(String style, int x1, int y1, int x2, int y2) {
    return "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n"
        .formatted(style, x1, y1, x2, y2);
  }

  private static String text(String style, int x, int y, String anchor, String said) {
    return "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
        .formatted(style, x, y, anchor, escaped(said));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
