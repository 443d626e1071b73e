package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds or makes the conversation that takes a user's input; inside a unit of work. */
public final class DefaultConversation {

  private static final ConversationDraft DRAFT =
      new ConversationDraft(new Topic("Notes to self"), Modality.CHAT, Metadata.empty());

  private final DefaultConversations defaults;
  private final Conversations conversations;
  private final DefaultWorkspace workspace;
  private final StartConversation start;

  public DefaultConversation(
      DefaultConversations defaults,
      Conversations conversations,
      DefaultWorkspace workspace,
      StartConversation start) {
    this.defaults = defaults;
    this.conversations = conversations;
    this.workspace = workspace;
    this.start = start;
  }

  CompletionStage<ConversationId> of(Actor.OfUser actor) {
    return defaults
        .find(actor.user())
        .thenCompose(this::loaded)
        .thenCompose(
            found ->
                found
                    .filter(it -> serves(it, actor))
                    .<CompletionStage<ConversationId>>map(
                        it -> CompletableFuture.completedFuture(it.id()))
                    .orElseGet(() -> made(actor)));
  }

  private CompletionStage<Optional<Conversation>> loaded(Optional<ConversationId> id) {
    return id.map(conversations::find)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  /** One that he left, archived or deleted makes room for another one. */
  private static boolean serves(Conversation it, Actor.OfUser actor) {
    return it.status() == ConversationStatus.ACTIVE
        && it.home().status() == ConversationStatus.ACTIVE
        && it.isParticipant(actor.user())
        && actor.reaches(it.home().workspace());
  }

  private CompletionStage<ConversationId> made(Actor.OfUser actor) {
    return workspace
        .of(actor)
        .thenCompose(id -> start.handle(new StartConversation.Command(actor, id, DRAFT, List.of())))
        .thenApply(mine -> mine.conversation().id())
        .thenCompose(id -> defaults.put(actor.user(), id).thenApply(put -> id));
  }
}
