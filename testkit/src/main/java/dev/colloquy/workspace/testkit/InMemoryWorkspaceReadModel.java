package dev.colloquy.workspace.testkit;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads what the other in-memory adapters keep; of conversations it knows none. */
public final class InMemoryWorkspaceReadModel implements WorkspaceReadModel {

  private final InMemoryDatabase database;
  private final InMemoryWorkspaces workspaces;
  private final InMemoryMembers members;
  private final Function<UserId, UserCard> users;

  public InMemoryWorkspaceReadModel(
      InMemoryDatabase database,
      InMemoryWorkspaces workspaces,
      InMemoryMembers members,
      Function<UserId, UserCard> users) {
    this.database = database;
    this.workspaces = workspaces;
    this.members = members;
    this.users = users;
  }

  @Override
  public CompletionStage<Page<MyWorkspace>> workspacesOf(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    return database.read(
        () ->
            Page.cut(
                mine(actor, status, page), page.limit(), it -> it.workspace().id().toString()));
  }

  @Override
  public CompletionStage<Page<NamedMember>> membersOf(WorkspaceId workspace, PageRequest page) {
    return database.read(
        () -> Page.cut(seats(workspace, page), page.limit(), it -> place(it.member())));
  }

  @Override
  public CompletionStage<Optional<NamedMember>> member(WorkspaceId workspace, UserId user) {
    return database.read(() -> members.get(workspace, user).map(this::named));
  }

  @Override
  public CompletionStage<WorkspaceStats> statsOf(WorkspaceId workspace) {
    return database.read(() -> new WorkspaceStats(count(workspace), 0, 0, 0, Optional.empty()));
  }

  private long count(WorkspaceId workspace) {
    return members.all().stream().filter(it -> it.workspace().equals(workspace)).count();
  }

  private List<MyWorkspace> mine(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    String before = page.after().map(cursor -> cursor.position()).orElse("g");
    return members.all().stream()
        .filter(seat -> seat.user().equals(actor.user()))
        .filter(seat -> actor.reaches(seat.workspace()))
        .flatMap(seat -> workspaces.get(seat.workspace()).stream().map(it -> seen(it, seat)))
        .filter(it -> !it.workspace().isDeleted())
        .filter(it -> status.isEmpty() || status.get() == it.workspace().status())
        .filter(it -> it.workspace().id().toString().compareTo(before) < 0)
        .sorted(Comparator.comparing((MyWorkspace it) -> it.workspace().id().toString()).reversed())
        .limit(page.limit() + 1L)
        .toList();
  }

  private static MyWorkspace seen(Workspace workspace, Member seat) {
    return new MyWorkspace(workspace, seat.role());
  }

  private List<NamedMember> seats(WorkspaceId workspace, PageRequest page) {
    String after = page.after().map(cursor -> cursor.position()).orElse("");
    return members.all().stream()
        .filter(seat -> seat.workspace().equals(workspace))
        .filter(seat -> place(seat).compareTo(after) > 0)
        .sorted(Comparator.comparing(InMemoryWorkspaceReadModel::place))
        .limit(page.limit() + 1L)
        .map(this::named)
        .toList();
  }

  private NamedMember named(Member seat) {
    UserCard card = users.apply(seat.user());
    return new NamedMember(seat, card.name(), card.username());
  }

  private static String place(Member seat) {
    return seat.createdAt() + "/" + seat.user();
  }
}
