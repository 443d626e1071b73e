package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;

/**
 * How far somebody has read.
 *
 * @param seq the last message read; 0 before the first
 */
public record ReadMarker(ConversationId conversation, UserId user, long seq) {

  /** Moves it, forwards or back; where it is already is no change. */
  public Change<ReadMarker> to(Actor actor, Home home, long wanted, Instant now) {
    if (wanted == seq) {
      return Change.nothing(this);
    }
    ReadMarker moved = new ReadMarker(conversation, user, wanted);
    return Change.of(moved, new ReaderEvent.Read(actor, now, home.workspace(), moved));
  }
}
