package dev.colloquy.workspace.application;

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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkspaceHandlersTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final WorkspaceWorld world = world();
  private final Actor.Person owner = world.user("ada");

  WorkspaceWorld world() {
    return WorkspaceWorld.prompt();
  }

  @AfterEach
  void closeTheWorld() {
    world.close();
  }

  private static void refused(CompletionStage<?> stage, Class<? extends Throwable> refusal) {
    assertThat(stage.toCompletableFuture())
        .failsWithin(SOON)
        .withThrowableThat()
        .withCauseInstanceOf(refusal);
  }

  private static <T> T done(CompletionStage<T> stage) {
    assertThat(stage.toCompletableFuture()).succeedsWithin(SOON);
    return stage.toCompletableFuture().join();
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
    MyWorkspace opened = done(open(owner, "Atlas"));

    assertThat(opened.myRole()).isEqualTo(MemberRole.OWNER);
    assertThat(done(world.browse().get(owner, opened.workspace().id()))).isEqualTo(opened);
    assertThat(world.events.types()).containsExactly("workspace.created");
  }

  @Test
  void refusesAKeyThatMayNotWriteOrIsBound() {
    WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());

    refused(open(Actors.key(owner.user(), KeyScope.READ), "Atlas"), AccessDenied.class);
    refused(
        open(Actors.keyFor(elsewhere, owner.user(), KeyScope.WRITE), "Atlas"), AccessDenied.class);
  }

  @Test
  void refusesASecondWorkspaceOfTheSameName() {
    done(open(owner, "Atlas"));

    refused(open(owner, "Atlas"), Duplicate.class);
  }

  @Test
  void stopsAtFiftyWorkspacesAnOwner() {
    for (int i = 0; i < Workspace.MAX_PER_OWNER; i++) {
      world.workspace(owner, "Number " + i);
    }

    refused(open(owner, "One too many"), WorkspaceLimitExceeded.class);
  }

  @Test
  void listsOnlyMyOwn() {
    Workspace mine = world.workspace(owner, "Atlas");
    world.workspace(world.user("bob"), "Borea");

    var page = done(world.browse().list(owner, Optional.empty(), PageRequest.first()));

    assertThat(page.items()).extracting(it -> it.workspace().id()).containsExactly(mine.id());
  }

  @Test
  void hidesAWorkspaceFromStrangersWithoutDenyingThatItExists() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Actor.Person stranger = world.user("eve");

    refused(world.browse().get(stranger, workspace.id()), AccessDenied.class);
    refused(world.browse().stats(stranger, workspace.id()), AccessDenied.class);
    refused(world.browse().get(stranger, new WorkspaceId(UUID.randomUUID())), NotFound.class);
  }

  @Test
  void editsForTheOwnerAlone() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Actor.Person admin = world.member(owner, workspace.id(), "bob", MemberRole.ADMIN);
    Precondition any = new Precondition.Any();

    MyWorkspace edited = done(rename(owner, workspace.id(), "Borea", any));

    assertThat(edited.workspace().draft().name().value()).isEqualTo("Borea");
    assertThat(edited.workspace().version()).isEqualTo(2);
    refused(rename(admin, workspace.id(), "Mine", any), AccessDenied.class);
  }

  @Test
  void refusesToEditAnotherVersionThanDemanded() {
    Workspace workspace = world.workspace(owner, "Atlas");
    Precondition stale = new Precondition.AnyOf(Set.of(7L));

    refused(rename(owner, workspace.id(), "Borea", stale), PreconditionFailed.class);
  }

  @Test
  void makesNoEventOfAnEditThatChangesNothing() {
    Workspace workspace = world.workspace(owner, "Atlas");

    done(rename(owner, workspace.id(), "Atlas", new Precondition.Any()));

    assertThat(world.events.types()).containsExactly("workspace.created");
  }

  @Test
  void archivesAndRestoresAndTellsTheContextsAbove() {
    Workspace workspace = world.workspace(owner, "Atlas");

    MyWorkspace archived = world.archive(owner, workspace.id());
    refused(rename(owner, workspace.id(), "Borea", new Precondition.Any()), Archived.class);
    MyWorkspace restored =
        done(world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())));

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
    done(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));

    refused(world.browse().get(owner, workspace.id()), NotFound.class);
    refused(
        world.lifecycle().archive(WorkspaceWorld.lifecycleOf(owner, workspace.id())),
        NotFound.class);

    done(world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    assertThat(done(world.browse().get(owner, workspace.id())).workspace().version()).isEqualTo(3);
  }

  @Test
  void refusesToRestoreADeletedWorkspaceWhoseNameIsTaken() {
    Workspace workspace = world.workspace(owner, "Atlas");
    done(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    world.workspace(owner, "Atlas");

    refused(
        world.lifecycle().restore(WorkspaceWorld.lifecycleOf(owner, workspace.id())),
        Duplicate.class);
  }

  @Test
  void holdsAnAccountThatOwnsAWorkspace() {
    Workspace workspace = world.workspace(owner, "Atlas");

    assertThat(world.within(() -> world.ownedWorkspaces().isHeld(owner.user()))).isTrue();

    done(world.lifecycle().delete(WorkspaceWorld.lifecycleOf(owner, workspace.id())));
    assertThat(world.within(() -> world.ownedWorkspaces().isHeld(owner.user()))).isFalse();
  }

  @Nested
  class Transfer {

    private final Workspace workspace = world.workspace(owner, "Atlas");
    private final Actor.Person bob = world.member(owner, workspace.id(), "bob", MemberRole.VIEWER);

    @Test
    void makesTheOldOwnerAnAdmin() {
      MyWorkspace seen = done(transfer(workspace, bob));

      assertThat(seen.workspace().owner()).isEqualTo(bob.user());
      assertThat(seen.myRole()).isEqualTo(MemberRole.ADMIN);
      assertThat(done(world.browse().get(bob, workspace.id())).myRole())
          .isEqualTo(MemberRole.OWNER);
      assertThat(done(world.browse().get(owner, workspace.id())).myRole())
          .isEqualTo(MemberRole.ADMIN);
      assertThat(world.events.types())
          .containsSubsequence(
              "workspace.member.updated", "workspace.member.updated", "workspace.transferred");
    }

    @Test
    void refusesAStranger() {
      refused(transfer(workspace, world.user("eve")), ValidationError.class);
    }

    @Test
    void changesNothingForTheOwnerHimself() {
      MyWorkspace seen = done(transfer(workspace, owner));

      assertThat(seen.workspace().version()).isEqualTo(1);
    }

    @Test
    void refusesASuccessorWithAWorkspaceOfThatName() {
      world.workspace(bob, "Atlas");

      refused(transfer(workspace, bob), Duplicate.class);
    }

    @Test
    void refusesWhatIsArchived() {
      world.archive(owner, workspace.id());

      refused(transfer(workspace, bob), Archived.class);
    }
  }
}
