package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.DomainException;

/** What conversations refuse, beyond what every context refuses. */
public abstract sealed class ConversationException extends DomainException {

  private ConversationException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** The conversation would be left without anybody. */
  public static final class LastParticipant extends ConversationException {

    public LastParticipant() {
      super(
          "LAST_PARTICIPANT",
          Kind.CONFLICT,
          "The last participant cannot leave; delete the conversation or take somebody in.");
    }
  }
}
