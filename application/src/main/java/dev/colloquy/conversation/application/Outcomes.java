package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.out.MessageLog.NotFound;
import dev.colloquy.conversation.domain.port.out.MessageLog.NotParticipant;
import dev.colloquy.conversation.domain.port.out.MessageLog.Outcome;
import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.CommonException.IdempotencyKeyReused;
import dev.colloquy.shared.domain.CommonException.ValidationError;

/** What callers are told about an append. */
final class Outcomes {

  private Outcomes() {}

  static Posted told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended(var message) -> new Posted(message, false);
      case Outcome.Replayed(var message) -> new Posted(message, true);
      case Outcome.KeyReused() -> throw new IdempotencyKeyReused();
      case Outcome.UnknownParent() ->
          throw ValidationError.at("/parent_id", "must be a message of this conversation");
      case Outcome.Archived(var thing) -> throw new CommonException.Archived(thing);
      case NotFound() -> throw new CommonException.NotFound("conversation");
      case NotParticipant() -> throw Standing.notParticipant();
    };
  }
}
