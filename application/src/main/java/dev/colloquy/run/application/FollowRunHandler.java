package dev.colloquy.run.application;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.shared.domain.Actor;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Opens runs' streams to those who may read. */
public final class FollowRunHandler implements FollowRun {

  private final RunAccess access;
  private final RunJournal journal;

  public FollowRunHandler(RunAccess access, RunJournal journal) {
    this.access = access;
    this.journal = journal;
  }

  @Override
  public CompletionStage<Followed> follow(
      Actor.OfUser actor, RunId id, StreamPlace after, Executor executor) {
    return access
        .toRead(actor, id)
        .thenApply(run -> new Followed(run, journal.follow(id, after, executor)));
  }

  @Override
  public CompletionStage<List<StreamEntry>> page(
      Actor.OfUser actor, RunId id, StreamPlace after, int limit) {
    return access.toRead(actor, id).thenCompose(run -> journal.page(id, after, limit));
  }
}
