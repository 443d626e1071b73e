package dev.colloquy.benchmarks.load;

/** An answer that is fast and wrong measures nothing. */
final class WrongAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongAnswer(String what) {
    super(what, null, false, false);
  }
}
