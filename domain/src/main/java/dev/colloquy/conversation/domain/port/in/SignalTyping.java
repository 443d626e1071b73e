package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Tells the other participants that somebody is writing. */
public interface SignalTyping {

  /** How long the others believe it without being told again. */
  Duration PAUSE = Duration.ofSeconds(3);

  /**
   * Says nothing where they were told less than {@link #PAUSE} ago. Fails with {@code NotFound},
   * {@code AccessDenied} or {@code Archived}.
   */
  CompletionStage<Void> handle(Actor.OfUser actor, ConversationId conversation);
}
