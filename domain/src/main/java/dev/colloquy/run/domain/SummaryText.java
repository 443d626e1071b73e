package dev.colloquy.run.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final Pattern NONE = Pattern.compile("(?i)\\(?none\\)?\\.?");

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
    Map<Part, List<String>> lines = new EnumMap<>(Part.class);
    Part part = Part.NARRATIVE;
    for (String line : written.strip().lines().toList()) {
      Part begun = begun(line);
      if (begun == null) {
        lines.computeIfAbsent(part, first -> new ArrayList<>()).add(line);
      } else {
        part = begun;
      }
    }
    String narrative = String.join("\n", lines.getOrDefault(Part.NARRATIVE, List.of()));
    return new SummaryText(
        cut(narrative.strip(), LONGEST_NARRATIVE),
        items(lines.getOrDefault(Part.KEY_POINTS, List.of())),
        items(lines.getOrDefault(Part.DECISIONS, List.of())),
        items(lines.getOrDefault(Part.OPEN_QUESTIONS, List.of())));
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

  private static List<String> items(List<String> lines) {
    return lines.stream()
        .map(line -> BEFORE_ITEMS.matcher(line.strip()).replaceFirst(""))
        .filter(item -> !item.isBlank() && !NONE.matcher(item).matches())
        .limit(MOST_ITEMS)
        .map(item -> cut(item, LONGEST_ITEM))
        .toList();
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
