package dev.colloquy.shared.adapter.persistence.schema;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is. The message is one sentence that says what to do. */
public final class DatabaseUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnusable(String whatToDo, @Nullable Throwable cause) {
    super(whatToDo, cause);
  }
}
