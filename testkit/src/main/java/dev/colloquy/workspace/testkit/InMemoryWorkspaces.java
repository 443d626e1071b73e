package dev.colloquy.workspace.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Workspaces in memory. */
public final class InMemoryWorkspaces implements Workspaces {

  private final InMemoryDatabase database;
  private final Table<WorkspaceId, Workspace> workspaces;
  private final InMemoryMembers members;
  private final EventAppender events;

  public InMemoryWorkspaces(
      InMemoryDatabase database, InMemoryMembers members, EventAppender events) {
    this.database = database;
    this.workspaces = database.table();
    this.members = members;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Workspace>> find(WorkspaceId id) {
    return database.read(() -> workspaces.get(id));
  }

  @Override
  public CompletionStage<Long> countOwnedBy(UserId owner) {
    return database.inUnitOfWork(
        () -> workspaces.values().stream().filter(it -> isOwnedBy(it, owner)).count());
  }

  @Override
  public CompletionStage<Workspace> add(Change<Workspace> opened) {
    Workspace workspace = opened.now();
    return database
        .inUnitOfWork(
            () ->
                members.seat(
                    new Member(
                        kept(workspace).id(),
                        workspace.owner(),
                        MemberRole.OWNER,
                        workspace.createdAt())))
        .thenCompose(seated -> events.append(opened.events()))
        .thenApply(written -> workspace);
  }

  @Override
  public CompletionStage<Workspace> save(Change<Workspace> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return database
        .inUnitOfWork(() -> replaced(changed.now()))
        .thenCompose(workspace -> events.append(changed.events()))
        .thenApply(written -> changed.now());
  }

  Optional<Workspace> get(WorkspaceId id) {
    return workspaces.get(id);
  }

  private Workspace replaced(Workspace workspace) {
    long before = workspaces.get(workspace.id()).map(Workspace::version).orElse(0L);
    if (before != workspace.version() - 1) {
      throw new Conflict();
    }
    return kept(workspace);
  }

  private Workspace kept(Workspace workspace) {
    boolean taken =
        !workspace.isDeleted()
            && workspaces.values().stream()
                .filter(other -> !other.id().equals(workspace.id()))
                .filter(other -> isOwnedBy(other, workspace.owner()))
                .anyMatch(other -> other.draft().name().equals(workspace.draft().name()));
    if (taken) {
      throw new Duplicate("The owner has another workspace of this name.");
    }
    workspaces.put(workspace.id(), workspace);
    return workspace;
  }

  private static boolean isOwnedBy(Workspace workspace, UserId owner) {
    return workspace.owner().equals(owner) && !workspace.isDeleted();
  }
}
