package dev.colloquy.benchmarks;

/**
 * A measure in the report.
 *
 * @param measured the figure as text
 * @param verdict whether it reaches the goal
 */
record Row(String id, String measure, String goal, String measured, String verdict) {

  static final String REACHED = "reached";
  static final String SHORT = "**falls short**";

  /** A figure that has to be as small as the goal. */
  static Row atMost(String id, String measure, double goal, Ratio measured, String format) {
    return new Row(
        id,
        measure,
        "≤ " + plain(goal),
        measured.shown(format),
        measured.median() <= goal ? REACHED : SHORT);
  }

  /** A figure that has to be as large as the goal. */
  static Row atLeast(String id, String measure, double goal, Ratio measured, String format) {
    return new Row(
        id,
        measure,
        "≥ " + plain(goal),
        measured.shown(format),
        measured.median() >= goal ? REACHED : SHORT);
  }

  static Row open(String id, String measure, String goal) {
    return new Row(id, measure, goal, "–", "not measured yet");
  }

  private static String plain(double goal) {
    return goal == Math.rint(goal) ? String.valueOf((long) goal) : String.valueOf(goal);
  }
}
