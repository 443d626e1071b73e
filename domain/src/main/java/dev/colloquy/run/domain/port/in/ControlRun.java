package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Ends runs and does them again; for participants of the conversation. */
public interface ControlRun {

  /**
   * Calls it off: at once where it waits, within a second where it runs; one that has ended stays
   * as it is. Fails with {@code NotFound} or {@code AccessDenied}.
   */
  CompletionStage<Run> cancel(Actor.OfUser actor, RunId run);

  /**
   * Asks the same question again; the new answer takes the earlier one's place. Fails with {@code
   * NotFound}, {@code AccessDenied}, {@code Archived}, {@code RunNotFinished}, {@code
   * QuestionDeleted}, {@code RunInProgress} or {@code QuotaExceeded}, and where no model is left
   * that may be asked as one does that names such a model: with {@code ValidationError}.
   */
  CompletionStage<Run> retry(Actor.OfUser actor, RunId run);
}
