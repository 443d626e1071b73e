package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.TransferWorkspace;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives workspaces to other members. */
public final class TransferWorkspaceHandler implements TransferWorkspace {

  private final UnitOfWork unitOfWork;
  private final WorkspaceAccess access;
  private final Workspaces workspaces;
  private final Members members;
  private final OwnerLimit limit;
  private final Clock clock;

  public TransferWorkspaceHandler(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Workspaces workspaces,
      Members members,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.workspaces = workspaces;
    this.members = members;
    this.limit = new OwnerLimit(workspaces);
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyWorkspace> handle(Command command) {
    Instant now = clock.instant();
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> transferred(standing, command, now))
                .thenCompose(change -> carriedOut(change, command, now)));
  }

  private static Change<Workspace> transferred(Standing standing, Command command, Instant now) {
    Workspace workspace = standing.demand(WorkspaceRight.MANAGE).workspace();
    command.precondition().check(workspace.version());
    return workspace.transfer(command.actor(), command.newOwner(), now);
  }

  private CompletionStage<MyWorkspace> carriedOut(
      Change<Workspace> change, Command command, Instant now) {
    if (change.isNothing()) {
      return CompletableFuture.completedFuture(new MyWorkspace(change.now(), MemberRole.OWNER));
    }
    return successor(command)
        .thenCompose(member -> limit.checkRoomFor(command.newOwner()).thenApply(room -> member))
        .thenCompose(member -> stepDown(command, now).thenApply(done -> member))
        .thenCompose(member -> members.save(member.become(command.actor(), MemberRole.OWNER, now)))
        .thenCompose(member -> workspaces.save(change))
        .thenApply(workspace -> new MyWorkspace(workspace, MemberRole.ADMIN));
  }

  private CompletionStage<Member> successor(Command command) {
    return members
        .find(command.workspace(), command.newOwner())
        .thenApply(TransferWorkspaceHandler::memberOrRefusal);
  }

  private static Member memberOrRefusal(Optional<Member> found) {
    return found.orElseThrow(
        () -> ValidationError.at("/user_id", "must be a member of the workspace"));
  }

  /** The old owner first: there is never more than one. */
  private CompletionStage<Member> stepDown(Command command, Instant now) {
    return members
        .find(command.workspace(), command.actor().user())
        .thenApply(found -> found.orElseThrow().become(command.actor(), MemberRole.ADMIN, now))
        .thenCompose(members::save);
  }
}
