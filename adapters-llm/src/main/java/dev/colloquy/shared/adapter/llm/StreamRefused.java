package dev.colloquy.shared.adapter.llm;

/** A stream is not read any further. */
public final class StreamRefused extends RuntimeException {

  private final boolean tooLarge;

  private StreamRefused(String why, boolean tooLarge) {
    super(why, null, false, false);
    this.tooLarge = tooLarge;
  }

  static StreamRefused tooLarge() {
    return new StreamRefused("the stream is larger than it may be", true);
  }

  static StreamRefused broken() {
    return new StreamRefused("the stream is no UTF-8", false);
  }

  /** Whether there is too much of it; else it is not what it should be. */
  public boolean isTooLarge() {
    return tooLarge;
  }
}
