package dev.colloquy.workspace.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitedEmail;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceException.InvitationNotOpen;
import dev.colloquy.workspace.domain.port.in.AnswerInvitation;
import dev.colloquy.workspace.domain.port.in.ManageInvitations;
import dev.colloquy.workspace.domain.port.in.ManageInvitations.Offered;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class InvitationHandlersTest {

  private final WorkspaceWorld world = WorkspaceWorld.prompt();
  private final Actor.Person owner = world.user("ada");
  private final Workspace workspace = world.workspace(owner, "Atlas");
  private final Actor.Person dan = world.user("dan");

  private CompletionStage<Offered> invite(Actor.OfUser actor, String email) {
    return world
        .manageInvitations()
        .invite(
            new ManageInvitations.Invite(
                actor, workspace.id(), new InvitedEmail(email), MemberRole.EDITOR));
  }

  private CompletionStage<MyWorkspace> accept(Actor.OfUser actor, String token) {
    return world.answer().accept(new AnswerInvitation.Command(actor, token));
  }

  private CompletionStage<Void> decline(Actor.OfUser actor, String token) {
    return world.answer().decline(new AnswerInvitation.Command(actor, token));
  }

  private CompletionStage<Void> revoke(Actor.OfUser actor, Offered offered) {
    return world
        .manageInvitations()
        .revoke(new ManageInvitations.Revoke(actor, workspace.id(), offered.invitation().id()));
  }

  private List<Invitation> open(Actor.OfUser actor) {
    return valueOf(world.browseInvitations().list(actor, workspace.id(), PageRequest.first()))
        .items();
  }

  @Test
  void makesTheInvitedPersonAMember() {
    Offered offered = valueOf(invite(owner, "Dan@Example.com"));

    MyWorkspace joined = valueOf(accept(dan, offered.token()));

    assertThat(joined.myRole()).isEqualTo(MemberRole.EDITOR);
    assertThat(valueOf(world.browse().get(dan, workspace.id()))).isEqualTo(joined);
    assertThat(open(owner)).isEmpty();
    assertThat(world.events.types())
        .endsWith(
            "workspace.invitation.created",
            "workspace.invitation.accepted",
            "workspace.member.added");
  }

  @Test
  void refusesWhoeverHasAnotherAddress() {
    Offered offered = valueOf(invite(owner, "dan@example.com"));

    assertFailureOf(accept(world.user("eve"), offered.token())).isInstanceOf(AccessDenied.class);
    assertThat(open(owner)).hasSize(1);
  }

  @Test
  void refusesUnknownTokens() {
    assertFailureOf(accept(dan, "made-up")).isInstanceOf(NotFound.class);
    assertFailureOf(decline(dan, "made-up")).isInstanceOf(NotFound.class);
  }

  @Test
  void isAnsweredOnce() {
    Offered offered = valueOf(invite(owner, "dan@example.com"));
    valueOf(decline(dan, offered.token()));

    assertFailureOf(accept(dan, offered.token())).isInstanceOf(InvitationNotOpen.class);
    assertThat(world.events.types()).endsWith("workspace.invitation.declined");
  }

  @Test
  void runsOutAfterSevenDays() {
    Offered offered = valueOf(invite(owner, "dan@example.com"));

    world.clock.advance(Invitation.LIFETIME);

    assertFailureOf(accept(dan, offered.token())).isInstanceOf(InvitationNotOpen.class);
    assertThat(open(owner)).isEmpty();
  }

  @Test
  void canBeTakenBack() {
    Offered offered = valueOf(invite(owner, "dan@example.com"));

    valueOf(revoke(owner, offered));
    valueOf(revoke(owner, offered));

    assertFailureOf(accept(dan, offered.token())).isInstanceOf(InvitationNotOpen.class);
    assertThat(world.events.types()).endsWith("workspace.invitation.revoked");
  }

  @Test
  void isForThoseWhoManageMembers() {
    Actor.Person editor = world.member(owner, workspace.id(), "cyd", MemberRole.EDITOR);
    Offered offered = valueOf(invite(owner, "dan@example.com"));

    assertFailureOf(invite(editor, "eve@example.com")).isInstanceOf(AccessDenied.class);
    assertFailureOf(revoke(editor, offered)).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browseInvitations().list(editor, workspace.id(), PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(accept(Actors.key(dan.user(), KeyScope.READ), offered.token()))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void refusesArchivedWorkspaces() {
    Offered offered = valueOf(invite(owner, "dan@example.com"));
    world.archive(owner, workspace.id());

    assertFailureOf(invite(owner, "eve@example.com")).isInstanceOf(Archived.class);
    assertFailureOf(accept(dan, offered.token())).isInstanceOf(Archived.class);
    assertThat(open(owner)).hasSize(1);
  }

  @Test
  void refusesAMemberWhoIsInAlready() {
    Actor.Person cyd = world.member(owner, workspace.id(), "cyd", MemberRole.VIEWER);
    Offered offered = valueOf(invite(owner, "cyd@example.com"));

    assertFailureOf(accept(cyd, offered.token())).isInstanceOf(Duplicate.class);
  }
}
