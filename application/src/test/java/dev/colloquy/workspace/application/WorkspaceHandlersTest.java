package dev.colloquy.workspace.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceException.WorkspaceLimitExceeded;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.in.EditWorkspace;
import dev.colloquy.workspace.domain.port.in.TransferWorkspace;
import dev.colloquy.workspace.testkit.WorkspaceFixtures;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkspaceHandlersTest {

  private final WorkspaceWorld world = world();
  private final Actor.Person owner = world.user("ada");

  WorkspaceWorld world() {
    return WorkspaceWorld.prompt();
  }

  @AfterEach
  void closeTheWorld() {
    world.close();
  }

  private CompletionStage<MyWorkspace> open(Actor.OfUser actor, String name) {
    return world.create().handle(new CreateWorkspace.Command(actor, WorkspaceFixtures.draft(name)));
  }

  private CompletionStage<MyWorkspace> rename(
      Actor.OfUser actor, WorkspaceId workspace, String name, Precondition precondition) {
    return world
        .edit()
        .handle(
            new EditWorkspace.Command(
                actor, workspace, before -> WorkspaceFixtures.draft(name), precondition));
  }

  private CompletionStage<MyWorkspace> transfer(Workspace workspace, Actor.OfUser successor) {
    return world
        .transfer()
        .handle(
            new TransferWorkspace.Command(
                owner, workspace.id(), successor.user(), new Precondition.Any()));
  }

  @Test
  void opensAWorkspaceThatItsOwnerReads() {
    MyWorkspace opened = valueOf(open(owner, "Atlas"));

    assertThat(opened.myRole()).isEqualTo(MemberRole.OWNER);
    assertThat(valueOf(world.browse().get(owner, opened.workspace().id()))).isEqualTo(opened);
    assertThat(world.events.types()).containsExactly("workspace.created");
  }

  @Test
  void refusesAKeyThatMayNotWriteOrIsBound() {
    WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());

    assertFailureOf(open(Actors.key(owner.user(), KeyScope.READ), "Atlas"))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(open(Actors.keyFor(elsewhere, owner.user(), KeyScope.WRITE), "Atlas"))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void refusesASecondWorkspaceOfTheSameName() {
    valueOf(open(owner, "Atlas"));

    assertFailureOf(open(owner, "Atlas")).isInstanceOf(Duplicate.class);
  }

  @Test
  void stopsAtFiftyWorkspacesAnOwner() {
    for (int i = 0; i < Workspace.MAX_PER_OWNER; i++) {
      world.workspace(owner, "Number " + i);
    }

    assertFailureOf(open(owner, "One too many")).isInstanceOf(WorkspaceLimitExceeded.class);
  }

  @Test
  void listsOnlyMyOwn() {
    Workspace mine = world.workspace(owner, "Atlas");
    world.workspace(world.user("bob"), "Borea");

    var page = valueOf(world.browse().list(owner, Optional.empty(), PageRequest.first()));

    assertThat(page.items()).extracting(it -> it.workspace().id()).containsExactly(mine.id());
  }

  @Test
  void hidesAWorkspaceFromStrangersWithoutDenyingThatItExists() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Actor.Person stranger = world.user("eve");

    assertFailureOf(world.browse().get(stranger, workspace.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().stats(stranger, workspace.id()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().get(stranger, new WorkspaceId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void editsForTheOwnerAlone() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Actor.Person admin = world.member(owner, workspace.id(), "bob", MemberRole.ADMIN);
    Precondition any = new Precondition.Any();

    MyWorkspace edited = valueOf(rename(owner, workspace.id(), "Borea", any));

    assertThat(edited.workspace().draft().name().value()).isEqualTo("Borea");
    assertThat(edited.workspace().version()).isEqualTo(2);
    assertFailureOf(rename(admin, workspace.id(), "Mine", any)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void refusesToEditAnotherVersionThanDemanded() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Precondition stale = new Precondition.AnyOf(Set.of(7L));

    assertFailureOf(rename(owner, workspace.id(), "Borea", stale))
        .isInstanceOf(PreconditionFailed.class);
  }

  @Test
  void makesNoEventOfAnEditThatChangesNothing() {
    Workspace workspace = world.workspace(owner, "Atlas");

    valueOf(rename(owner, workspace.id(), "Atlas", new Precondition.Any()));

    assertThat(world.events.types()).containsExactly("workspace.created");
  }

  @Test
  void archivesAndRestoresAndTellsTheContextsAbove() {
    Workspace workspace = world.workspace(owner, "Atlas");

    MyWorkspace archived = world.archive(owner, workspace.id());
    assertFailureOf(rename(owner, workspace.id(), "Borea", new Precondition.Any()))
        .isInstanceOf(Archived.class);
    MyWorkspace restored =
        valueOf(world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())));

    assertThat(archived.workspace().status()).isEqualTo(WorkspaceStatus.ARCHIVED);
    assertThat(restored.workspace().status()).isEqualTo(WorkspaceStatus.ACTIVE);
    assertThat(world.above.told)
        .containsExactly("closed: " + workspace.id(), "reopened: " + workspace.id());
    assertThat(world.events.types())
        .containsExactly("workspace.created", "workspace.archived", "workspace.restored");
  }

  @Test
  void findsADeletedWorkspaceOnlyToRestoreIt() {
    Workspace workspace = world.workspace(owner, "Atlas");
    valueOf(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));

    assertFailureOf(world.browse().get(owner, workspace.id())).isInstanceOf(NotFound.class);
    assertFailureOf(world.lifecycle().archive(WorkspaceWorld.lifecycleOf(owner, workspace.id())))
        .isInstanceOf(NotFound.class);

    valueOf(world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    assertThat(valueOf(world.browse().get(owner, workspace.id())).workspace().version())
        .isEqualTo(3);
  }

  @Test
  void refusesToRestoreADeletedWorkspaceWhoseNameIsTaken() {
    Workspace workspace = world.workspace(owner, "Atlas");
    valueOf(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    world.workspace(owner, "Atlas");

    assertFailureOf(world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  void holdsAnAccountThatOwnsAWorkspace() {
    Workspace workspace = world.workspace(owner, "Atlas");

    assertThat(world.within(() -> world.ownedWorkspaces().isHeld(owner.user()))).isTrue();

    valueOf(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    assertThat(world.within(() -> world.ownedWorkspaces().isHeld(owner.user()))).isFalse();
  }

  @Nested
  class Transfer {

    private final Workspace workspace = world.workspace(owner, "Atlas");
    private final Actor.Person bob = world.member(owner, workspace.id(), "bob", MemberRole.VIEWER);

    @Test
    void makesTheOldOwnerAnAdmin() {
      MyWorkspace seen = valueOf(transfer(workspace, bob));

      assertThat(seen.workspace().owner()).isEqualTo(bob.user());
      assertThat(seen.myRole()).isEqualTo(MemberRole.ADMIN);
      assertThat(valueOf(world.browse().get(bob, workspace.id())).myRole())
          .isEqualTo(MemberRole.OWNER);
      assertThat(valueOf(world.browse().get(owner, workspace.id())).myRole())
          .isEqualTo(MemberRole.ADMIN);
      assertThat(world.events.types())
          .containsSubsequence(
              "workspace.member.updated", "workspace.member.updated", "workspace.transferred");
    }

    @Test
    void refusesAStranger() {
      assertFailureOf(transfer(workspace, world.user("eve"))).isInstanceOf(ValidationError.class);
    }

    @Test
    void changesNothingForTheOwnerHimself() {
      MyWorkspace seen = valueOf(transfer(workspace, owner));

      assertThat(seen.workspace().version()).isEqualTo(1);
    }

    @Test
    void refusesASuccessorWithAWorkspaceOfThatName() {
      world.workspace(bob, "Atlas");

      assertFailureOf(transfer(workspace, bob)).isInstanceOf(Duplicate.class);
    }

    @Test
    void refusesWhatIsArchived() {
      world.archive(owner, workspace.id());

      assertFailureOf(transfer(workspace, bob)).isInstanceOf(Archived.class);
    }
  }
}
