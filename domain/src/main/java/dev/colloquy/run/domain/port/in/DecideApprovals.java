package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Allows or denies what models want to do. */
public interface DecideApprovals {

  /**
   * Decides; the run goes on either way. For whoever started it, and for owners and administrators
   * of its workspace. Fails with {@code NotFound}, {@code AccessDenied} or {@code
   * ApprovalNotPending}.
   */
  CompletionStage<Approval> handle(Command command);

  record Command(Actor.OfUser actor, ApprovalId approval, boolean allowed) {}
}
