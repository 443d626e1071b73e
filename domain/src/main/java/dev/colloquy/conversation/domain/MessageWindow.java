package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.InvalidValue;

/** Which part of a conversation is wanted; a page of it is always in ascending order. */
public sealed interface MessageWindow {

  /** The newest messages. */
  record Newest() implements MessageWindow {}

  /** The messages closest before this place, it excluded. */
  record Before(long seq) implements MessageWindow {
    public Before {
      notNegative(seq);
    }
  }

  /** The messages closest after this place, it excluded. */
  record After(long seq) implements MessageWindow {
    public After {
      notNegative(seq);
    }
  }

  /** The window that a cursor stands for; the inverse of {@link #cursor()}. */
  static MessageWindow at(Cursor cursor) {
    long seq = Long.parseLong(cursor.position().substring(1));
    return cursor.position().startsWith("<") ? new Before(seq) : new After(seq);
  }

  /** The window as a place to go on from. */
  default Cursor cursor() {
    return switch (this) {
      case Newest() -> new Cursor("<" + Long.MAX_VALUE);
      case Before(long seq) -> new Cursor("<" + seq);
      case After(long seq) -> new Cursor(">" + seq);
    };
  }

  private static void notNegative(long seq) {
    if (seq < 0) {
      throw new InvalidValue("must not be negative");
    }
  }
}
