package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ReaderEvent;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Tells the others that somebody is writing. */
public final class SignalTypingHandler implements SignalTyping {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final TypingSignals signals;
  private final Clock clock;

  public SignalTypingHandler(
      UnitOfWork unitOfWork, ConversationAccess access, TypingSignals signals, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.signals = signals;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Actor.OfUser actor, ConversationId conversation) {
    return unitOfWork.inTransaction(
        () ->
            access
                .toWrite(actor, conversation)
                .thenApply(open -> typing(actor, open))
                .thenCompose(signals::signal));
  }

  private ReaderEvent.Typing typing(Actor.OfUser actor, Conversation conversation) {
    return new ReaderEvent.Typing(
        actor, clock.instant(), conversation.home().workspace(), conversation.id(), actor.user());
  }
}
