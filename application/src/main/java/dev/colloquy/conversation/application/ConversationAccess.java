package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.port.out.Memberships;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds a conversation together with what the actor is in it. */
public final class ConversationAccess {

  private final Conversations conversations;
  private final Memberships memberships;

  public ConversationAccess(Conversations conversations, Memberships memberships) {
    this.conversations = conversations;
    this.memberships = memberships;
  }

  /** Fails with {@link NotFound} where there is no such conversation or it is gone. */
  CompletionStage<Standing> of(Actor.OfUser actor, ConversationId id) {
    return ofEvenDeleted(actor, id)
        .thenApply(
            standing -> {
              standing.conversation().visible();
              return standing;
            });
  }

  /** As {@link #of}, but finds deleted conversations too, where their workspace is not. */
  CompletionStage<Standing> ofEvenDeleted(Actor.OfUser actor, ConversationId id) {
    return conversations
        .find(id)
        .thenApply(ConversationAccess::present)
        .thenCompose(
            conversation ->
                memberships
                    .rolesOf(actor, new Scope.OfConversation(id))
                    .thenApply(roles -> new Standing(conversation, actor, roles)));
  }

  /** The conversation, for whoever may read it. */
  CompletionStage<Conversation> toRead(Actor.OfUser actor, ConversationId id) {
    return of(actor, id)
        .thenApply(standing -> standing.demand(ConversationRight.READ).conversation());
  }

  /** The conversation, for whoever may write there, as long as it takes changes. */
  CompletionStage<Conversation> toWrite(Actor.OfUser actor, ConversationId id) {
    return of(actor, id)
        .thenApply(standing -> standing.demand(ConversationRight.WRITE).conversation().writable());
  }

  private static Conversation present(Optional<Conversation> found) {
    return found
        .filter(it -> !it.home().isDeleted())
        .orElseThrow(() -> new NotFound("conversation"));
  }
}
