package dev.colloquy.run.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.ApprovalStatus;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Approvals in memory. */
public final class InMemoryApprovals implements Approvals {

  private final InMemoryDatabase database;
  private final Table<ApprovalId, Approval> approvals;
  private final Runs runs;
  private final Memberships memberships;

  InMemoryApprovals(InMemoryDatabase database, Runs runs, Memberships memberships) {
    this.database = database;
    this.approvals = database.table();
    this.runs = runs;
    this.memberships = memberships;
  }

  @Override
  public CompletionStage<Approval> add(Approval asked) {
    return save(asked);
  }

  @Override
  public CompletionStage<Optional<Approval>> lock(ApprovalId id) {
    return database.inUnitOfWork(() -> approvals.get(id));
  }

  @Override
  public CompletionStage<Approval> save(Approval decided) {
    return database.inUnitOfWork(
        () -> {
          approvals.put(decided.id(), decided);
          return decided;
        });
  }

  @Override
  public CompletionStage<Optional<Approval>> of(RunId run, String call) {
    return database.read(
        () ->
            approvals.values().reversed().stream()
                .filter(it -> it.run().equals(run) && it.request().id().equals(call))
                .findFirst());
  }

  @Override
  public CompletionStage<Page<Approval>> pending(Actor.OfUser actor, PageRequest page) {
    List<Approval> open =
        approvals.values().reversed().stream()
            .filter(it -> it.status() == ApprovalStatus.PENDING)
            .filter(this::isWaitedFor)
            .filter(it -> mayDecide(actor, it))
            .filter(it -> page.after().map(at -> isBefore(it, at.position())).orElse(true))
            .limit(page.limit() + 1L)
            .toList();
    return database.read(() -> Page.cut(open, page.limit(), it -> it.id().toString()));
  }

  @Override
  public CompletionStage<List<Approval>> overdue(Instant now, int limit) {
    return database.inUnitOfWork(
        () ->
            approvals.values().stream()
                .filter(it -> it.status() == ApprovalStatus.PENDING && now.isAfter(it.expiresAt()))
                .limit(limit)
                .toList());
  }

  private static boolean isBefore(Approval approval, String position) {
    return approval.id().toString().compareTo(position) < 0;
  }

  private boolean isWaitedFor(Approval approval) {
    return valueOf(runs.find(approval.run()))
        .filter(it -> it.status() == RunStatus.WAITING_APPROVAL)
        .isPresent();
  }

  private boolean mayDecide(Actor.OfUser actor, Approval approval) {
    Set<Role> roles =
        valueOf(memberships.rolesOf(actor, new Scope.OfWorkspace(approval.workspace())));
    return roles.contains(Role.OWNER)
        || roles.contains(Role.ADMIN)
        || (actor.user().equals(approval.startedBy()) && actor.reaches(approval.workspace()));
  }
}
