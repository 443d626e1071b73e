package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.InvalidValue;
import java.util.List;
import java.util.Optional;

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

  /** Whether the message at this place belongs to it. */
  default boolean holds(long seq) {
    return switch (this) {
      case Newest() -> true;
      case Before(long end) -> seq < end;
      case After(long start) -> seq > start;
    };
  }

  /** Whether it leads on to newer messages; else it leads to older ones. */
  default boolean forward() {
    return switch (this) {
      case Newest() -> false;
      case Before(long end) -> false;
      case After(long start) -> true;
    };
  }

  /** Where a page of the window goes on, if there is more. */
  default Optional<Cursor> next(List<Message> page, boolean more) {
    if (!more) {
      return Optional.empty();
    }
    return Optional.of(
        forward()
            ? new Cursor(">" + page.getLast().seq())
            : new Cursor("<" + page.getFirst().seq()));
  }

  /** The window that a cursor of {@link #next} stands for. */
  static MessageWindow at(Cursor cursor) {
    long seq = Long.parseLong(cursor.position().substring(1));
    return cursor.position().startsWith("<") ? new Before(seq) : new After(seq);
  }

  private static void notNegative(long seq) {
    if (seq < 0) {
      throw new InvalidValue("must not be negative");
    }
  }
}
