package dev.colloquy.conversation.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.WorkspaceType;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.testkit.WorkspaceFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DefaultWorkspaceTest implements BrowseWorkspaces, CreateWorkspace {

  private final UserId ada = new UserId(UUID.randomUUID());
  private final UserId bob = new UserId(UUID.randomUUID());
  private final List<MyWorkspace> known = new ArrayList<>();

  private WorkspaceId found() {
    return valueOf(new DefaultWorkspace(this, this).of(Actors.person(ada)));
  }

  private WorkspaceId known(UserId owner, String name, WorkspaceType type, WorkspaceStatus status) {
    WorkspaceId id = new WorkspaceId(UUID.randomUUID());
    WorkspaceDraft draft =
        new WorkspaceDraft(
            new WorkspaceName(name),
            new Description("For tests"),
            type,
            Metadata.empty(),
            Metadata.empty());
    known.add(
        new MyWorkspace(
            new Workspace(
                id,
                owner,
                draft,
                status,
                WorkspaceFixtures.NOON,
                WorkspaceFixtures.NOON,
                Optional.empty(),
                1),
            MemberRole.OWNER));
    return id;
  }

  private String nameOf(WorkspaceId id) {
    return known.stream()
        .map(MyWorkspace::workspace)
        .filter(it -> it.id().equals(id))
        .map(it -> it.draft().name().value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isAnActivePersonalOneOfMyOwn() {
    known(ada, "Crew", WorkspaceType.GENERAL, WorkspaceStatus.ACTIVE);
    known(bob, "Bob's", WorkspaceType.PERSONAL, WorkspaceStatus.ACTIVE);
    known(ada, "Old", WorkspaceType.PERSONAL, WorkspaceStatus.ARCHIVED);
    WorkspaceId mine = known(ada, "Mine", WorkspaceType.PERSONAL, WorkspaceStatus.ACTIVE);

    assertThat(found()).isEqualTo(mine);
    assertThat(known).hasSize(4);
  }

  @Test
  void isOpenedWhereThereIsNone() {
    known(bob, "Personal", WorkspaceType.PERSONAL, WorkspaceStatus.ACTIVE);

    assertThat(nameOf(found())).isEqualTo("Personal");
    assertThat(known.getLast().workspace().draft().type()).isEqualTo(WorkspaceType.PERSONAL);
  }

  @Test
  void getsTheFirstNumberThatIsFreeWhereItsNameIsTaken() {
    known(ada, "Personal", WorkspaceType.PERSONAL, WorkspaceStatus.ARCHIVED);
    known(ada, "Personal 2", WorkspaceType.GENERAL, WorkspaceStatus.ACTIVE);
    known(ada, "Personal 4", WorkspaceType.GENERAL, WorkspaceStatus.ACTIVE);

    assertThat(nameOf(found())).isEqualTo("Personal 3");
  }

  @Override
  public CompletionStage<Page<MyWorkspace>> list(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    return CompletableFuture.completedFuture(new Page<>(List.copyOf(known), Optional.empty()));
  }

  @Override
  public CompletionStage<MyWorkspace> handle(CreateWorkspace.Command command) {
    known(
        command.actor().user(),
        command.draft().name().value(),
        command.draft().type(),
        WorkspaceStatus.ACTIVE);
    return CompletableFuture.completedFuture(known.getLast());
  }

  @Override
  public CompletionStage<MyWorkspace> get(Actor.OfUser actor, WorkspaceId workspace) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("not needed here"));
  }

  @Override
  public CompletionStage<WorkspaceStats> stats(Actor.OfUser actor, WorkspaceId workspace) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("not needed here"));
  }
}
