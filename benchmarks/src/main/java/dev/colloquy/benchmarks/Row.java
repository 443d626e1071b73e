package dev.colloquy.benchmarks;

import java.util.Locale;

/**
 * A measure in the report.
 *
 * @param measured the figure as text
 * @param verdict whether it reaches the goal
 */
record Row(String id, String measure, String goal, String measured, String verdict) {

  static final String RATIO = "%.2f";

  private static final String REACHED = "reached";
  private static final String SHORT = "**falls short**";

  /** A figure that has to be as small as the goal. */
  static Row atMost(String id, String measure, double goal, Ratio measured) {
    return of(id, measure, "≤ " + plain(goal), measured.shown(RATIO), measured.median() <= goal);
  }

  /** A figure that has to be as large as the goal. */
  static Row atLeast(String id, String measure, double goal, Ratio measured) {
    return of(id, measure, "≥ " + plain(goal), measured.shown(RATIO), measured.median() >= goal);
  }

  /** A figure of its own kind. */
  static Row of(String id, String measure, String goal, String measured, boolean reached) {
    return new Row(id, measure, goal, measured, reached ? REACHED : SHORT);
  }

  /** What has no goal in figures. */
  static Row plain(String id, String measure, String goal, String measured) {
    return new Row(id, measure, goal, measured, "");
  }

  /** What could not be measured here, and why. */
  static Row missing(String id, String measure, String goal, String why) {
    return new Row(id, measure, goal, "–", "not measured: " + why);
  }

  /** For sorting. */
  int number() {
    return id.startsWith("P") ? Integer.parseInt(id.substring(1)) : Integer.MAX_VALUE;
  }

  String shown() {
    return "| %s | %s | %s | %s | %s |\n".formatted(id, measure, goal, measured, verdict);
  }

  String summary() {
    return "%-4s %s: %s (goal %s) %s".formatted(id, measure, measured, goal, verdict);
  }

  /** With points for decimals, wherever it runs. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String plain(double goal) {
    return goal == Math.rint(goal) ? String.valueOf((long) goal) : String.valueOf(goal);
  }
}
