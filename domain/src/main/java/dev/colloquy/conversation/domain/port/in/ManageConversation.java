package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;

/**
 * Archives, restores and deletes conversations. Participants archive and bring back from the
 * archive; only who started it deletes, and brings back what he deleted.
 */
public interface ManageConversation {

  /** Fails with {@code NotFound}, {@code AccessDenied}, {@code PreconditionFailed}. */
  CompletionStage<MyConversation> archive(Command command);

  /** The only operation that finds a deleted conversation; fails like the others. */
  CompletionStage<MyConversation> restore(Command command);

  /** Fails with {@code NotFound}, {@code AccessDenied}, {@code PreconditionFailed}. */
  CompletionStage<Void> delete(Command command);

  record Command(Actor.OfUser actor, ConversationId conversation, Precondition precondition) {}
}
