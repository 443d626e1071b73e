package dev.colloquy.workspace.application;

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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class InvitationHandlersTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final WorkspaceWorld world = WorkspaceWorld.prompt();
  private final Actor.Person owner = world.user("ada");
  private final Workspace workspace = world.workspace(owner, "Atlas");
  private final Actor.Person dan = world.user("dan");

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
    return done(world.browseInvitations().list(actor, workspace.id(), PageRequest.first())).items();
  }

  @Test
  void makesTheInvitedPersonAMember() {
    Offered offered = done(invite(owner, "Dan@Example.com"));

    MyWorkspace joined = done(accept(dan, offered.token()));

    assertThat(joined.myRole()).isEqualTo(MemberRole.EDITOR);
    assertThat(done(world.browse().get(dan, workspace.id()))).isEqualTo(joined);
    assertThat(open(owner)).isEmpty();
    assertThat(world.events.types())
        .endsWith(
            "workspace.invitation.created",
            "workspace.invitation.accepted",
            "workspace.member.added");
  }

  @Test
  void refusesWhoeverHasAnotherAddress() {
    Offered offered = done(invite(owner, "dan@example.com"));

    refused(accept(world.user("eve"), offered.token()), AccessDenied.class);
    assertThat(open(owner)).hasSize(1);
  }

  @Test
  void refusesUnknownTokens() {
    refused(accept(dan, "made-up"), NotFound.class);
    refused(decline(dan, "made-up"), NotFound.class);
  }

  @Test
  void isAnsweredOnce() {
    Offered offered = done(invite(owner, "dan@example.com"));
    done(decline(dan, offered.token()));

    refused(accept(dan, offered.token()), InvitationNotOpen.class);
    assertThat(world.events.types()).endsWith("workspace.invitation.declined");
  }

  @Test
  void runsOutAfterSevenDays() {
    Offered offered = done(invite(owner, "dan@example.com"));

    world.clock.advance(Invitation.LIFETIME);

    refused(accept(dan, offered.token()), InvitationNotOpen.class);
    assertThat(open(owner)).isEmpty();
  }

  @Test
  void canBeTakenBack() {
    Offered offered = done(invite(owner, "dan@example.com"));

    done(revoke(owner, offered));
    done(revoke(owner, offered));

    refused(accept(dan, offered.token()), InvitationNotOpen.class);
    assertThat(world.events.types()).endsWith("workspace.invitation.revoked");
  }

  @Test
  void isForThoseWhoManageMembers() {
    Actor.Person editor = world.member(owner, workspace.id(), "cyd", MemberRole.EDITOR);
    Offered offered = done(invite(owner, "dan@example.com"));

    refused(invite(editor, "eve@example.com"), AccessDenied.class);
    refused(revoke(editor, offered), AccessDenied.class);
    refused(
        world.browseInvitations().list(editor, workspace.id(), PageRequest.first()),
        AccessDenied.class);
    refused(accept(Actors.key(dan.user(), KeyScope.READ), offered.token()), AccessDenied.class);
  }

  @Test
  void refusesArchivedWorkspaces() {
    Offered offered = done(invite(owner, "dan@example.com"));
    world.archive(owner, workspace.id());

    refused(invite(owner, "eve@example.com"), Archived.class);
    refused(accept(dan, offered.token()), Archived.class);
    assertThat(open(owner)).hasSize(1);
  }

  @Test
  void refusesAMemberWhoIsInAlready() {
    Actor.Person cyd = world.member(owner, workspace.id(), "cyd", MemberRole.VIEWER);
    Offered offered = done(invite(owner, "cyd@example.com"));

    refused(accept(cyd, offered.token()), Duplicate.class);
  }
}
