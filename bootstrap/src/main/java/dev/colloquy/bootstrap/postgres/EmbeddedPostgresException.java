package dev.colloquy.bootstrap.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot run here. The message is one sentence that says what to do. */
public final class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String whatToDo, @Nullable Throwable cause) {
    super(whatToDo, cause);
  }

  EmbeddedPostgresException(String whatToDo) {
    this(whatToDo, null);
  }
}
