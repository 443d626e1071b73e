package dev.colloquy.tool.adapter.llm.fetch;

import java.time.Duration;

/**
 * What one fetch may take.
 *
 * @param bytes that are read of a page; the rest is left where it is
 * @param redirects that are followed
 * @param connect how long to wait for a connection
 * @param total how long all of it may take
 */
record FetchLimits(int bytes, int redirects, Duration connect, Duration total) {

  static final FetchLimits USUAL =
      new FetchLimits(1 << 20, 5, Duration.ofSeconds(5), Duration.ofSeconds(20));
}
