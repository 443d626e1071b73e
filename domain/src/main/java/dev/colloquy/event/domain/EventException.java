package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.DomainException;

/** What the feed refuses. */
public abstract sealed class EventException extends DomainException {

  private EventException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** The ticket is unknown, used or too old; which of them is not told. */
  public static final class InvalidTicket extends EventException {

    public InvalidTicket() {
      super(
          "INVALID_TICKET",
          Kind.UNAUTHENTICATED,
          "The ticket is not good; each opens one stream within 30 seconds.");
    }
  }

  /** The login session or API key that the reader came with has ended meanwhile. */
  public static final class ActorEnded extends EventException {

    public ActorEnded() {
      super(
          "SESSION_ENDED",
          Kind.UNAUTHENTICATED,
          "The login session or API key has ended; log in again.");
    }
  }
}
