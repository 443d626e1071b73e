package dev.colloquy.run.application;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunException.ApprovalNotPending;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.BrowseApprovals;
import dev.colloquy.run.domain.port.in.DecideApprovals;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lets people decide what models may do. */
public final class ApprovalHandler implements BrowseApprovals, DecideApprovals {

  private final UnitOfWork unitOfWork;
  private final Approvals approvals;
  private final Runs runs;
  private final Memberships memberships;
  private final Clock clock;

  public ApprovalHandler(
      UnitOfWork unitOfWork, Approvals approvals, Runs runs, Memberships memberships, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.approvals = approvals;
    this.runs = runs;
    this.memberships = memberships;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<Approval>> pending(Actor.OfUser actor, PageRequest page) {
    return CompletableFuture.completedStage(actor)
        .thenAccept(asking -> demand(asking, KeyScope.READ))
        .thenCompose(allowed -> approvals.pending(actor, page));
  }

  @Override
  public CompletionStage<Approval> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            approvals
                .lock(command.approval())
                .thenApply(ApprovalHandler::present)
                .thenCompose(approval -> decided(command, approval)));
  }

  private CompletionStage<Approval> decided(Command command, Approval approval) {
    demand(command.actor(), KeyScope.RUN);
    return memberships
        .rolesOf(command.actor(), new Scope.OfWorkspace(approval.workspace()))
        .thenApply(roles -> decided(command, approval, roles))
        .thenCompose(approvals::save)
        .thenCompose(decision -> goOn(command.actor(), decision));
  }

  private Approval decided(Command command, Approval approval, Set<Role> roles) {
    return approval.decide(command.actor(), roles, command.allowed(), clock.instant());
  }

  private CompletionStage<Approval> goOn(Actor.OfUser actor, Approval decision) {
    return runs.lock(decision.run())
        .thenApply(ApprovalHandler::waiting)
        .thenCompose(run -> runs.resume(run.resumed(actor, false, clock.instant())))
        .thenApply(resumed -> decision);
  }

  private static Run waiting(Optional<Run> run) {
    return run.filter(it -> it.status() == RunStatus.WAITING_APPROVAL)
        .orElseThrow(ApprovalNotPending::new);
  }

  private static Approval present(Optional<Approval> found) {
    return found.orElseThrow(() -> new NotFound("approval"));
  }

  private static void demand(Actor.OfUser actor, KeyScope scope) {
    if (!actor.has(scope)) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
  }
}
