package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Gives a conversation other contents, its topic for one; for its participants. */
public interface EditConversation {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code PreconditionFailed}
   * or {@code Conflict}.
   */
  CompletionStage<MyConversation> handle(Command command);

  /**
   * A change of the contents.
   *
   * @param edit what becomes of the contents: all of them replaced, or a patch applied
   */
  record Command(
      Actor.OfUser actor,
      ConversationId conversation,
      UnaryOperator<ConversationDraft> edit,
      Precondition precondition) {}
}
