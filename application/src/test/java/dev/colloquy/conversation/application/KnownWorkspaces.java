package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Home;
import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.testkit.WorkspaceFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers for the workspaces that the ground knows. */
public final class KnownWorkspaces implements BrowseWorkspaces, CreateWorkspace {

  private final InMemoryGround ground;
  private final Map<WorkspaceId, WorkspaceDraft> opened = new LinkedHashMap<>();

  public KnownWorkspaces(InMemoryGround ground) {
    this.ground = ground;
  }

  /** Those that were opened through here. */
  List<WorkspaceDraft> drafts() {
    return List.copyOf(opened.values());
  }

  @Override
  public CompletionStage<MyWorkspace> get(Actor.OfUser actor, WorkspaceId workspace) {
    Home home = ground.homes().home(workspace);
    Optional<Role> role =
        ground.homes().roleOf(actor.user(), workspace).filter(it -> actor.reaches(workspace));
    if (home.isDeleted()) {
      return CompletableFuture.failedFuture(new NotFound("workspace"));
    }
    if (role.isEmpty()) {
      return CompletableFuture.failedFuture(new AccessDenied("not a member"));
    }
    WorkspaceDraft draft = opened.getOrDefault(workspace, WorkspaceFixtures.draft("Atlas"));
    return CompletableFuture.completedFuture(
        new MyWorkspace(
            workspace(workspace, actor.user(), draft, home.status()),
            MemberRole.valueOf(role.get().name())));
  }

  @Override
  public CompletionStage<Page<MyWorkspace>> list(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    List<MyWorkspace> mine =
        opened.keySet().stream()
            .filter(it -> ground.homes().roleOf(actor.user(), it).isPresent())
            .map(it -> get(actor, it).toCompletableFuture().join())
            .toList();
    return CompletableFuture.completedFuture(new Page<>(mine, Optional.empty()));
  }

  @Override
  public CompletionStage<WorkspaceStats> stats(Actor.OfUser actor, WorkspaceId workspace) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("not needed here"));
  }

  @Override
  public CompletionStage<MyWorkspace> handle(CreateWorkspace.Command command) {
    WorkspaceId id = new WorkspaceId(UUID.randomUUID());
    ground.homes().put(new Home(id, ConversationStatus.ACTIVE));
    ground.homes().put(id, command.actor().user(), Role.OWNER);
    opened.put(id, command.draft());
    return get(command.actor(), id);
  }

  private static Workspace workspace(
      WorkspaceId id, UserId owner, WorkspaceDraft draft, ConversationStatus status) {
    return new Workspace(
        id,
        owner,
        draft,
        WorkspaceStatus.valueOf(status.name()),
        WorkspaceFixtures.NOON,
        WorkspaceFixtures.NOON,
        Optional.empty(),
        1);
  }
}
