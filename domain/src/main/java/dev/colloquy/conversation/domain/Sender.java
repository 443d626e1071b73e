package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.UserId;
import java.util.UUID;

/** Who says something: a user or an agent, by id. */
public record Sender(Kind kind, UUID id) {

  /** What a sender is. */
  public enum Kind {
    USER,
    AGENT
  }

  public static Sender user(UserId user) {
    return new Sender(Kind.USER, user.value());
  }

  /** Whether this is that user. */
  public boolean is(UserId user) {
    return kind == Kind.USER && id.equals(user.value());
  }
}
