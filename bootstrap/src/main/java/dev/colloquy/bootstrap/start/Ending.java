package dev.colloquy.bootstrap.start;

import org.jspecify.annotations.Nullable;

/**
 * What happens once the application has stopped, exactly once, whoever comes first: the main thread
 * or the one that a signal has woken. The second returns only when the first is done.
 */
final class Ending implements AutoCloseable {

  private @Nullable Foundation foundation;
  private final Runnable afterwards;

  Ending(Foundation foundation, Runnable afterwards) {
    this.foundation = foundation;
    this.afterwards = afterwards;
  }

  @Override
  public synchronized void close() {
    Foundation standing = foundation;
    if (standing == null) {
      return;
    }
    foundation = null;
    standing.close();
    afterwards.run();
  }
}
