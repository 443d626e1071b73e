package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A run belongs to whoever takes part in its conversation. */
public final class RunAccess {

  private final BrowseConversations conversations;
  private final Runs runs;

  public RunAccess(BrowseConversations conversations, Runs runs) {
    this.conversations = conversations;
    this.runs = runs;
  }

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Run> toRead(Actor.OfUser actor, RunId id) {
    return runs.find(id)
        .thenApply(RunAccess::present)
        .thenCompose(
            run -> conversations.readable(actor, run.conversation()).thenApply(readable -> run));
  }

  /** The conversation, for whoever may let models speak there, as long as it takes changes. */
  CompletionStage<Conversation> toStart(Actor.OfUser actor, ConversationId id) {
    return conversations
        .readable(actor, id)
        .thenApply(conversation -> startable(actor, conversation));
  }

  /** Fails with {@link AccessDenied} where an API key may not start or end runs. */
  static void demandScope(Actor.OfUser actor) {
    Standing.demandScope(actor, ConversationRight.WRITE);
    demandRun(actor);
  }

  /** Fails with {@link AccessDenied} where an API key may ask no model. */
  static void demandRun(Actor.OfUser actor) {
    if (!actor.has(KeyScope.RUN)) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
  }

  static Run present(Optional<Run> found) {
    return found.orElseThrow(() -> new NotFound("run"));
  }

  private static Conversation startable(Actor.OfUser actor, Conversation conversation) {
    demandScope(actor);
    return conversation.writable();
  }
}
