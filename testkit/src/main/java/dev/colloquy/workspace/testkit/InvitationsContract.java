package dev.colloquy.workspace.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static dev.colloquy.workspace.testkit.WorkspaceFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.InvitedEmail;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Invitations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of invitations does. */
public interface InvitationsContract extends WorkspaceStorage {

  Invitations invitations();

  private Invitation offered(Actor.Person owner, Workspace workspace, UUID id) {
    var change =
        Invitation.offer(
            owner,
            new InvitationId(id),
            workspace.id(),
            new InvitedEmail("grace@example.com"),
            MemberRole.EDITOR,
            NOON);
    return valueOf(within(() -> invitations().add(change, "hash of " + id)));
  }

  private Page<Invitation> open(Workspace workspace, Instant now, PageRequest page) {
    return valueOf(invitations().openIn(workspace.id(), now, page));
  }

  @Test
  default void findsAnInvitationByIdAndByToken() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    UUID id = UUID.randomUUID();

    Invitation invitation = offered(owner, workspace, id);

    assertThat(valueOf(invitations().find(workspace.id(), invitation.id()))).contains(invitation);
    assertThat(valueOf(invitations().findByToken("hash of " + id))).contains(invitation);
    assertThat(valueOf(invitations().findByToken("another"))).isEmpty();
  }

  @Test
  default void findsItInItsOwnWorkspaceAlone() {
    Actor.Person owner = somebody();
    Invitation invitation = offered(owner, kept(owner, "Atlas"), UUID.randomUUID());
    Workspace other = kept(owner, "Borea");

    assertThat(valueOf(invitations().find(other.id(), invitation.id()))).isEmpty();
  }

  @Test
  default void listsWhatIsOpenNewestFirst() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    Invitation first =
        offered(owner, workspace, new UUID(0x7000L, UUID.randomUUID().getLeastSignificantBits()));
    Invitation second = offered(owner, workspace, UUID.randomUUID());

    Page<Invitation> page = open(workspace, NOON, new PageRequest(1, Optional.empty()));
    Page<Invitation> rest = open(workspace, NOON, new PageRequest(1, page.next()));

    assertThat(page.items()).containsExactly(second);
    assertThat(rest.items()).containsExactly(first);
    assertThat(rest.next()).isEmpty();
  }

  @Test
  default void listsNothingThatRanOutOrWasAnswered() {
    Actor.Person owner = somebody();
    Workspace workspace = kept(owner, "Atlas");
    Invitation invitation = offered(owner, workspace, UUID.randomUUID());

    assertThat(open(workspace, invitation.expiresAt(), PageRequest.first()).items()).isEmpty();
    valueOf(within(() -> invitations().save(invitation.revoke(owner, NOON))));
    assertThat(open(workspace, NOON, PageRequest.first()).items()).isEmpty();
  }

  @Test
  default void isAnsweredOnce() {
    Actor.Person owner = somebody();
    Invitation invitation = offered(owner, kept(owner, "Atlas"), UUID.randomUUID());
    valueOf(within(() -> invitations().save(invitation.decline(owner, "grace@example.com", NOON))));

    assertFailureOf(
            within(() -> invitations().save(invitation.accept(owner, "grace@example.com", NOON))))
        .isInstanceOf(Conflict.class);
  }
}
