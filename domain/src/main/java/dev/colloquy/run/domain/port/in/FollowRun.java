package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.domain.Actor;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Reads what a run says, while it says it and afterwards; for participants. */
public interface FollowRun {

  /**
   * All after a place, each once and in order, until the run has ended. Fails with {@code NotFound}
   * or {@code AccessDenied}. Signals come on the executor, which runs tasks one after the other,
   * and the subscription is to be used there too.
   */
  CompletionStage<Followed> follow(
      Actor.OfUser actor, RunId run, StreamPlace after, Executor executor);

  /**
   * What there is after a place now.
   *
   * @param limit from 1 to 200
   * @return fails as {@link #follow} does
   */
  CompletionStage<List<StreamEntry>> page(
      Actor.OfUser actor, RunId run, StreamPlace after, int limit);

  /** The run as it was when its stream was opened. */
  record Followed(Run run, Flow.Publisher<StreamEntry> entries) {}
}
