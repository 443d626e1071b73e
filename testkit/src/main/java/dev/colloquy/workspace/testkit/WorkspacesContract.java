package dev.colloquy.workspace.testkit;

import static dev.colloquy.workspace.testkit.WorkspaceFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of workspaces does. */
public interface WorkspacesContract {

  Duration SOON = Duration.ofSeconds(10);

  UnitOfWork unitOfWork();

  Workspaces workspaces();

  Members members();

  /** A user whom the storage knows. */
  UserId user();

  private <T> CompletableFuture<T> within(Supplier<CompletionStage<T>> work) {
    return unitOfWork().inTransaction(work).toCompletableFuture();
  }

  private Workspace kept(Change<Workspace> opened) {
    return within(() -> workspaces().add(opened)).join();
  }

  private Optional<Workspace> found(WorkspaceId id) {
    return workspaces().find(id).toCompletableFuture().join();
  }

  @Test
  default void keepsAWorkspaceAsItIs() {
    Actor.Person owner = Actors.person(user());

    Workspace workspace = kept(WorkspaceFixtures.opened(owner, "Atlas"));

    assertThat(found(workspace.id())).contains(workspace);
  }

  @Test
  default void seatsTheOwner() {
    Actor.Person owner = Actors.person(user());

    Workspace workspace = kept(WorkspaceFixtures.opened(owner, "Atlas"));

    assertThat(within(() -> members().find(workspace.id(), owner.user())))
        .succeedsWithin(SOON)
        .satisfies(seat -> assertThat(seat.orElseThrow().role()).isEqualTo(MemberRole.OWNER));
  }

  @Test
  default void findsNothingUnderAnUnknownId() {
    assertThat(found(new WorkspaceId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void keepsAChange() {
    Actor.Person owner = Actors.person(user());
    Workspace workspace = kept(WorkspaceFixtures.opened(owner, "Atlas"));

    Workspace archived =
        within(() -> workspaces().save(workspace.archive(owner, NOON.plusSeconds(1)))).join();

    assertThat(found(workspace.id())).contains(archived);
    assertThat(archived.version()).isEqualTo(2);
  }

  @Test
  default void refusesAChangeOfAnEarlierVersion() {
    Actor.Person owner = Actors.person(user());
    Workspace workspace = kept(WorkspaceFixtures.opened(owner, "Atlas"));
    within(() -> workspaces().save(workspace.archive(owner, NOON))).join();

    CompletableFuture<Workspace> late =
        within(() -> workspaces().save(workspace.delete(owner, NOON)));

    assertThat(late).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(Conflict.class);
  }

  @Test
  default void refusesASecondWorkspaceOfTheSameNameAndOwner() {
    Actor.Person owner = Actors.person(user());
    kept(WorkspaceFixtures.opened(owner, "Atlas"));

    CompletableFuture<Workspace> second =
        within(() -> workspaces().add(WorkspaceFixtures.opened(owner, "Atlas")));

    assertThat(second).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(Duplicate.class);
  }

  @Test
  default void freesTheNameOfADeletedWorkspace() {
    Actor.Person owner = Actors.person(user());
    Workspace first = kept(WorkspaceFixtures.opened(owner, "Atlas"));
    within(() -> workspaces().save(first.delete(owner, NOON))).join();

    Workspace second = kept(WorkspaceFixtures.opened(owner, "Atlas"));

    assertThat(found(second.id())).isPresent();
  }

  @Test
  default void letsTwoOwnersUseOneName() {
    Workspace first = kept(WorkspaceFixtures.opened(Actors.person(user()), "Atlas"));
    Workspace second = kept(WorkspaceFixtures.opened(Actors.person(user()), "Atlas"));

    assertThat(found(first.id())).isPresent();
    assertThat(found(second.id())).isPresent();
  }

  @Test
  default void countsWhatSomebodyOwns() {
    Actor.Person owner = Actors.person(user());
    kept(WorkspaceFixtures.opened(owner, "Atlas"));
    Workspace gone = kept(WorkspaceFixtures.opened(owner, "Borea"));
    within(() -> workspaces().save(gone.delete(owner, NOON))).join();

    CompletableFuture<Long> owned = within(() -> workspaces().countOwnedBy(owner.user()));

    assertThat(owned).succeedsWithin(SOON).isEqualTo(1L);
  }

  @Test
  default void forgetsWhatWasRolledBack() {
    Change<Workspace> opened = WorkspaceFixtures.opened(Actors.person(user()), "Atlas");

    CompletableFuture<Workspace> failed =
        within(
            () ->
                workspaces()
                    .add(opened)
                    .thenApply(
                        workspace -> {
                          throw new Conflict();
                        }));

    assertThat(failed).failsWithin(SOON);
    assertThat(found(opened.now().id())).isEmpty();
  }

  @Test
  default void refusesToWriteOutsideAUnitOfWork() {
    CompletionStage<Workspace> stray =
        workspaces().add(WorkspaceFixtures.opened(Actors.person(user()), "Atlas"));

    assertThat(stray.toCompletableFuture())
        .failsWithin(SOON)
        .withThrowableThat()
        .withCauseInstanceOf(IllegalStateException.class);
  }
}
