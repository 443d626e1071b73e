package dev.colloquy.run.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a summary says.
 *
 * @param narrative what happened, in prose
 */
public record SummaryText(
    String narrative, List<String> keyPoints, List<String> decisions, List<String> openQuestions) {

  private static final int LONGEST_NARRATIVE = 8_000;
  private static final int LONGEST_ITEM = 1_000;
  private static final int MOST_ITEMS = 50;

  private static final Pattern AROUND_HEADINGS = Pattern.compile("^[#*\\s]+|[:*\\s]+$");
  private static final Pattern BEFORE_ITEMS = Pattern.compile("^(?:[-*\u2022]|\\d+[.)])\\s*");

  public SummaryText {
    keyPoints = List.copyOf(keyPoints);
    decisions = List.copyOf(decisions);
    openQuestions = List.copyOf(openQuestions);
  }

  /** The parts of it. */
  private enum Part {
    NARRATIVE,
    KEY_POINTS,
    DECISIONS,
    OPEN_QUESTIONS;

    String heading() {
      return name().replace('_', ' ');
    }
  }

  /**
   * What a model wrote under the four headings; all of it is narrative where it wrote none. What is
   * far too long is cut.
   */
  public static SummaryText of(String written) {
    StringBuilder narrative = new StringBuilder();
    List<List<String>> lists = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Part part = Part.NARRATIVE;
    for (String line : written.strip().lines().toList()) {
      Part begun = begun(line);
      if (begun != null) {
        part = begun;
      } else if (part == Part.NARRATIVE) {
        narrative.append(line).append('\n');
      } else {
        add(lists.get(part.ordinal() - 1), line);
      }
    }
    return new SummaryText(
        cut(narrative.toString().strip(), LONGEST_NARRATIVE),
        lists.get(0),
        lists.get(1),
        lists.get(2));
  }

  /** As a model is told of it. */
  String told() {
    StringBuilder told = new StringBuilder(narrative);
    list(told, Part.KEY_POINTS, keyPoints);
    list(told, Part.DECISIONS, decisions);
    list(told, Part.OPEN_QUESTIONS, openQuestions);
    return told.toString();
  }

  private static void list(StringBuilder told, Part part, List<String> items) {
    if (!items.isEmpty()) {
      told.append("\n\n").append(part.heading());
      items.forEach(item -> told.append("\n- ").append(item));
    }
  }

  private static @Nullable Part begun(String line) {
    String bare = AROUND_HEADINGS.matcher(line).replaceAll("").toUpperCase(Locale.ROOT);
    for (Part part : Part.values()) {
      if (bare.equals(part.heading())) {
        return part;
      }
    }
    return null;
  }

  private static void add(List<String> items, String line) {
    String item = BEFORE_ITEMS.matcher(line.strip()).replaceFirst("");
    boolean none = item.isBlank() || item.toLowerCase(Locale.ROOT).matches("\\(?none\\)?\\.?");
    if (!none && items.size() < MOST_ITEMS) {
      items.add(cut(item, LONGEST_ITEM));
    }
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
