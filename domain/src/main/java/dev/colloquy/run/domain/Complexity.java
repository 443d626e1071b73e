package dev.colloquy.run.domain;

import java.util.regex.Pattern;

/** How much a question asks of a model, as far as its form tells: a guess, for rules to go by. */
public enum Complexity {
  SIMPLE,
  MODERATE,
  COMPLEX;

  private static final long MODERATE_TOKENS = 60;
  private static final long COMPLEX_TOKENS = 400;

  /** Code, or a list of tasks. */
  private static final Pattern DEMANDING =
      Pattern.compile("```|^\\s*(?:[-*]|\\d+[.)])\\s", Pattern.MULTILINE);

  /** Long questions ask more than short ones, and so do those with code or lists in them. */
  public static Complexity of(String question) {
    long tokens = ContextWindow.estimate(question);
    Complexity byLength =
        tokens >= COMPLEX_TOKENS ? COMPLEX : tokens >= MODERATE_TOKENS ? MODERATE : SIMPLE;
    return DEMANDING.matcher(question).find() ? byLength.more() : byLength;
  }

  private Complexity more() {
    return this == SIMPLE ? MODERATE : COMPLEX;
  }
}
