package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.BrowseRuns;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads runs. */
public final class BrowseRunsHandler implements BrowseRuns {

  private final RunAccess access;
  private final BrowseConversations conversations;
  private final Runs runs;

  public BrowseRunsHandler(RunAccess access, BrowseConversations conversations, Runs runs) {
    this.access = access;
    this.conversations = conversations;
    this.runs = runs;
  }

  @Override
  public CompletionStage<Run> get(Actor.OfUser actor, RunId run) {
    return access.toRead(actor, run);
  }

  @Override
  public CompletionStage<Page<Run>> mine(
      Actor.OfUser actor, Optional<RunStatus> status, PageRequest page) {
    try {
      Standing.demandScope(actor, ConversationRight.READ);
    } catch (AccessDenied refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
    return runs.startedBy(actor.user(), actor.boundTo(), status, page);
  }

  @Override
  public CompletionStage<Page<Run>> of(
      Actor.OfUser actor, ConversationId conversation, PageRequest page) {
    return conversations
        .readable(actor, conversation)
        .thenCompose(readable -> runs.of(conversation, page));
  }
}
