package dev.colloquy.bootstrap.start;

import org.jspecify.annotations.Nullable;

/**
 * Colloquy cannot start, and whoever started it can do something about it. The message is one
 * sentence that says what. A bean that throws this while the application starts is answered the
 * same way.
 */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefused(String whatToDo, @Nullable Throwable cause) {
    super(whatToDo, cause);
  }

  public StartRefused(String whatToDo) {
    this(whatToDo, null);
  }
}
