package dev.colloquy.workspace.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.workspace.testkit.WorkspaceFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every reader of workspaces tells. */
public interface WorkspaceReadModelContract extends WorkspaceStorage {

  Members members();

  WorkspaceReadModel readModel();

  private Workspace numbered(Actor.Person owner, long number, String name) {
    WorkspaceId id =
        new WorkspaceId(
            new UUID(number << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits()));
    return valueOf(within(() -> workspaces().add(WorkspaceFixtures.opened(owner, id, name))));
  }

  private List<WorkspaceId> listed(Actor.OfUser actor, Optional<WorkspaceStatus> status) {
    return valueOf(readModel().workspacesOf(actor, status, PageRequest.first())).items().stream()
        .map(MyWorkspace::workspace)
        .map(Workspace::id)
        .toList();
  }

  @Test
  default void listsAMembersWorkspacesNewestFirstPageByPage() {
    Actor.Person owner = somebody();
    Workspace first = numbered(owner, 1, "Atlas");
    Workspace second = numbered(owner, 2, "Borea");
    kept(somebody(), "Foreign");

    Page<MyWorkspace> page =
        valueOf(
            readModel()
                .workspacesOf(owner, Optional.empty(), new PageRequest(1, Optional.empty())));
    Page<MyWorkspace> rest =
        valueOf(readModel().workspacesOf(owner, Optional.empty(), new PageRequest(1, page.next())));

    assertThat(page.items()).containsExactly(new MyWorkspace(second, MemberRole.OWNER));
    assertThat(rest.items()).containsExactly(new MyWorkspace(first, MemberRole.OWNER));
    assertThat(rest.next()).isEmpty();
  }

  @Test
  default void leavesOutWhatIsDeletedOrOfAnotherStatus() {
    Actor.Person owner = somebody();
    Workspace active = kept(owner, "Atlas");
    Workspace archived = kept(owner, "Borea");
    Workspace deleted = kept(owner, "Cetus");
    valueOf(within(() -> workspaces().save(archived.archive(owner, NOON))));
    valueOf(within(() -> workspaces().save(deleted.delete(owner, NOON))));

    assertThat(listed(owner, Optional.empty()))
        .containsExactlyInAnyOrder(active.id(), archived.id());
    assertThat(listed(owner, Optional.of(WorkspaceStatus.ARCHIVED))).containsExactly(archived.id());
    assertThat(listed(owner, Optional.of(WorkspaceStatus.DELETED))).isEmpty();
  }

  @Test
  default void showsABoundKeyItsWorkspaceAlone() {
    Actor.Person owner = somebody();
    Workspace bound = kept(owner, "Atlas");
    kept(owner, "Borea");

    assertThat(listed(Actors.keyFor(bound.id(), owner.user(), KeyScope.READ), Optional.empty()))
        .containsExactly(bound.id());
  }

  @Test
  default void namesTheMembersInTheOrderTheyJoined() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UserId newcomer = user();
    valueOf(
        within(
            () ->
                members()
                    .add(
                        Member.join(
                            owner,
                            workspace.id(),
                            newcomer,
                            MemberRole.VIEWER,
                            NOON.plusSeconds(1)))));

    Page<NamedMember> page =
        valueOf(readModel().membersOf(workspace.id(), new PageRequest(1, Optional.empty())));
    Page<NamedMember> rest =
        valueOf(readModel().membersOf(workspace.id(), new PageRequest(1, page.next())));

    assertThat(page.items()).extracting(it -> it.member().user()).containsExactly(owner.user());
    assertThat(rest.items()).extracting(it -> it.member().user()).containsExactly(newcomer);
    assertThat(rest.items()).allSatisfy(it -> assertThat(it.username()).isNotBlank());
    assertThat(valueOf(readModel().member(workspace.id(), newcomer)))
        .isEqualTo(Optional.of(rest.items().getFirst()));
    assertThat(valueOf(readModel().statsOf(workspace.id())).members()).isEqualTo(2);
  }
}
