package dev.colloquy.run.domain.port.out;

import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Runs as they are kept, and who holds them. Writing needs a unit of work. */
public interface Runs {

  CompletionStage<Optional<Run>> find(RunId id);

  /** The same, and nobody else changes it until the unit of work has ended. */
  CompletionStage<Optional<Run>> lock(RunId id);

  /**
   * Those of a conversation that have not ended, the oldest first. Whoever else asks waits until
   * this unit of work has ended.
   */
  CompletionStage<List<Run>> unfinished(ConversationId conversation);

  CompletionStage<Page<Run>> startedBy(
      UserId user, Optional<WorkspaceId> within, Optional<RunStatus> status, PageRequest page);

  CompletionStage<Page<Run>> of(ConversationId conversation, PageRequest page);

  /** Keeps a fresh run with its event; once that is committed, {@link RunBell} rings. */
  CompletionStage<Run> add(Change<Run> queued);

  /**
   * Keeps a fresh run with its events that the node holds from the beginning, as a taken-up one.
   */
  CompletionStage<HeldRun> addTakenUp(Change<Run> takenUp, UUID node);

  /**
   * Keeps a change that needs no hold: a waiting run was called off. Fails with {@code Conflict}
   * where the run changed meanwhile.
   */
  CompletionStage<Run> save(Change<Run> changed);

  /**
   * Notes that somebody wants a run to end whose node has to do it; once that is committed, {@link
   * RunBell} rings. The first wish counts.
   */
  CompletionStage<Run> requestCancel(Run running, Instant now);

  /**
   * Takes up runs that wait or whose node is lost, the oldest first, and never two of one
   * conversation; each with its event. What the node has taken up before and works on no more is
   * lost too, a lease's time after it was taken up.
   *
   * @param held what the node works on; that it does not take up again, even if its lease has run
   *     out
   * @param limit how many at the most
   */
  CompletionStage<List<HeldRun>> takeUp(UUID node, Set<RunId> held, int limit, Instant now);

  /**
   * Makes the node's lease last on, and with it all its holds.
   *
   * @return what is still held; what is missing was lost to another node or has ended
   */
  CompletionStage<List<Kept>> renew(UUID node, Set<RunId> runs);

  /**
   * Ends a run: its last state, its event and the last signals of its stream, which is put away as
   * a whole. Fails with {@code Conflict} where the hold is not the latest.
   */
  CompletionStage<Void> end(Hold hold, Change<Run> ended, List<RunSignal> last);

  /**
   * Lets a run wait: its state, its event and what its stream tells of it; nobody holds it any
   * more. Fails with {@code Conflict} where the hold is not the latest.
   */
  CompletionStage<Void> suspend(Hold hold, Change<Run> waiting, List<RunSignal> signals);

  /**
   * Lets a run that waited go on, or end where it was called off; once that is committed, {@link
   * RunBell} rings. Fails with {@code Conflict} where it does not wait.
   */
  CompletionStage<Run> resume(Change<Run> queued);

  /** Lets go of all that the node holds, so that another may take it up at once. */
  CompletionStage<Void> release(UUID node);

  /**
   * A hold that lasts on.
   *
   * @param cancelled whether somebody wants the run to end
   */
  record Kept(Hold hold, boolean cancelled) {}
}
