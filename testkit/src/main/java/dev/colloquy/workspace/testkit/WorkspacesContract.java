package dev.colloquy.workspace.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.workspace.testkit.WorkspaceFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.port.out.Members;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every keeper of workspaces does. */
public interface WorkspacesContract extends WorkspaceStorage {

  Members members();

  private Optional<Workspace> found(WorkspaceId id) {
    return valueOf(workspaces().find(id));
  }

  @Test
  default void keepsAWorkspaceAsItIs() {
    Actor.Person owner = somebody();

    Workspace workspace = kept(owner, "Atlas");

    assertThat(found(workspace.id())).contains(workspace);
  }

  @Test
  default void seatsTheOwner() {
    Actor.Person owner = somebody();

    Workspace workspace = kept(owner, "Atlas");

    assertThat(
            valueOf(within(() -> members().find(workspace.id(), owner.user())))
                .orElseThrow()
                .role())
        .isEqualTo(MemberRole.OWNER);
  }

  @Test
  default void findsNothingUnderAnUnknownId() {
    assertThat(found(new WorkspaceId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void keepsAChange() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");

    Workspace archived =
        valueOf(within(() -> workspaces().save(workspace.archive(owner, NOON.plusSeconds(1)))));

    assertThat(found(workspace.id())).contains(archived);
    assertThat(archived.version()).isEqualTo(2);
  }

  @Test
  default void raisesTheVersionByOneWhateverItsMetadata() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    Metadata numbers = new Metadata(Map.of("small", 1, "large", 5_000_000_000L, "part", 0.5));
    WorkspaceDraft wanted = WorkspaceFixtures.draft("Atlas", numbers);

    Workspace edited =
        valueOf(
            within(() -> workspaces().save(workspace.edit(owner, wanted, NOON.plusSeconds(1)))));

    assertThat(found(workspace.id())).contains(edited);
    assertThat(edited.version()).isEqualTo(2);
  }

  @Test
  default void refusesAChangeOfAnEarlierVersion() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    valueOf(within(() -> workspaces().save(workspace.archive(owner, NOON))));

    CompletionStage<Workspace> late =
        within(() -> workspaces().save(workspace.delete(owner, NOON)));

    assertFailureOf(late).isInstanceOf(Conflict.class);
  }

  @Test
  default void refusesASecondWorkspaceOfTheSameNameAndOwner() {
    Actor.Person owner = somebody();
    kept(owner, "Atlas");

    CompletionStage<Workspace> second =
        within(() -> workspaces().add(WorkspaceFixtures.opened(owner, "Atlas")));

    assertFailureOf(second).isInstanceOf(Duplicate.class);
  }

  @Test
  default void freesTheNameOfADeletedWorkspace() {
    Actor.Person owner = somebody();
    Workspace first = kept(owner, "Atlas");
    valueOf(within(() -> workspaces().save(first.delete(owner, NOON))));

    Workspace second = kept(owner, "Atlas");

    assertThat(found(second.id())).isPresent();
  }

  @Test
  default void letsTwoOwnersUseOneName() {
    Workspace first = kept(somebody(), "Atlas");
    Workspace second = kept(somebody(), "Atlas");

    assertThat(found(first.id())).isPresent();
    assertThat(found(second.id())).isPresent();
  }

  @Test
  default void countsWhatSomebodyOwns() {
    Actor.Person owner = somebody();
    kept(owner, "Atlas");
    Workspace gone = kept(owner, "Borea");
    valueOf(within(() -> workspaces().save(gone.delete(owner, NOON))));

    CompletionStage<Long> owned = within(() -> workspaces().countOwnedBy(owner.user()));

    assertThat(valueOf(owned)).isEqualTo(1L);
  }

  @Test
  default void forgetsWhatWasRolledBack() {
    Change<Workspace> opened = WorkspaceFixtures.opened(somebody(), "Atlas");

    CompletionStage<Workspace> failed =
        within(
            () ->
                workspaces()
                    .add(opened)
                    .thenApply(
                        workspace -> {
                          throw new Conflict();
                        }));

    assertFailureOf(failed).isInstanceOf(Conflict.class);
    assertThat(found(opened.now().id())).isEmpty();
  }

  @Test
  default void refusesToWriteOutsideAUnitOfWork() {
    CompletionStage<Workspace> stray =
        workspaces().add(WorkspaceFixtures.opened(somebody(), "Atlas"));

    assertFailureOf(stray).isInstanceOf(IllegalStateException.class);
  }
}
