package dev.colloquy.model.adapter.llm;

import java.time.Duration;

/**
 * What one call may take.
 *
 * @param lineBytes of one event, and of one line of it
 * @param answerBytes of a whole answer, as it comes over the wire
 * @param connect how long to wait for a connection
 * @param parting how long a provider may take to end what it has said the end of
 */
record Limits(int lineBytes, long answerBytes, Duration connect, Duration parting) {

  static final Limits USUAL =
      new Limits(1 << 20, 16L << 20, Duration.ofSeconds(10), Duration.ofSeconds(1));
}
