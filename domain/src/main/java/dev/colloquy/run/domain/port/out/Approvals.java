package dev.colloquy.run.domain.port.out;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Approvals as they are kept. Writing needs a unit of work. */
public interface Approvals {

  CompletionStage<Approval> add(Approval asked);

  /** Nobody else changes it until the unit of work has ended. */
  CompletionStage<Optional<Approval>> lock(ApprovalId id);

  /** Keeps a decision. */
  CompletionStage<Approval> save(Approval decided);

  /** The newest for a call of a run's. */
  CompletionStage<Optional<Approval>> of(RunId run, String call);

  /**
   * Those for which runs wait that the actor may decide, the newest first: of the runs that its
   * user has started, and in the workspaces that he owns or administers.
   */
  CompletionStage<Page<Approval>> pending(Actor.OfUser actor, PageRequest page);

  /** Some whose time is up, locked; what others look at is left out. */
  CompletionStage<List<Approval>> overdue(Instant now, int limit);
}
