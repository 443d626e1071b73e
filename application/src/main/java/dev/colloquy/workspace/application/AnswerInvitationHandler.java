package dev.colloquy.workspace.application;

import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.identity.domain.port.in.FindUser;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.in.AnswerInvitation;
import dev.colloquy.workspace.domain.port.out.Invitations;
import dev.colloquy.workspace.domain.port.out.Members;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lets invited people in, or away. */
public final class AnswerInvitationHandler implements AnswerInvitation {

  private final UnitOfWork unitOfWork;
  private final Workspaces workspaces;
  private final Members members;
  private final Invitations invitations;
  private final SecretTokens tokens;
  private final FindUser users;
  private final Clock clock;

  public AnswerInvitationHandler(
      UnitOfWork unitOfWork,
      Workspaces workspaces,
      Members members,
      Invitations invitations,
      SecretTokens tokens,
      FindUser users,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.workspaces = workspaces;
    this.members = members;
    this.invitations = invitations;
    this.tokens = tokens;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyWorkspace> accept(Command command) {
    Instant now = clock.instant();
    return unitOfWork.inTransaction(
        () ->
            answerable(command)
                .thenApply(it -> it.invitation().accept(command.actor(), it.email(), now))
                .thenCompose(invitations::save)
                .thenCompose(invitation -> seated(invitation, command.actor(), now)));
  }

  @Override
  public CompletionStage<Void> decline(Command command) {
    return unitOfWork.inTransaction(
        () ->
            answerable(command)
                .thenApply(
                    it -> it.invitation().decline(command.actor(), it.email(), clock.instant()))
                .thenCompose(invitations::save)
                .thenAccept(invitation -> {}));
  }

  /** An invitation and the address of the one who answers it. */
  private record Answerable(Invitation invitation, String email) {}

  private CompletionStage<Answerable> answerable(Command command) {
    return invitations
        .findByToken(tokens.hash(command.token()))
        .thenApply(found -> reachable(found, command.actor()))
        .thenCompose(
            invitation ->
                users
                    .byId(command.actor().user())
                    .thenApply(card -> new Answerable(invitation, emailOf(card))));
  }

  private static Invitation reachable(Optional<Invitation> found, Actor actor) {
    Invitation invitation = found.orElseThrow(() -> new NotFound("invitation"));
    if (!actor.has(KeyScope.WRITE) || !actor.reaches(invitation.workspace())) {
      throw new AccessDenied("This API key may not answer invitations here.");
    }
    return invitation;
  }

  private static String emailOf(Optional<UserCard> card) {
    return card.map(UserCard::email)
        .orElseThrow(() -> new AccessDenied("Your account is not active."));
  }

  private CompletionStage<MyWorkspace> seated(
      Invitation invitation, Actor.OfUser actor, Instant now) {
    return workspaces
        .find(invitation.workspace())
        .thenApply(AnswerInvitationHandler::open)
        .thenCompose(
            workspace ->
                members
                    .add(Member.join(actor, workspace.id(), actor.user(), invitation.role(), now))
                    .thenApply(member -> new MyWorkspace(workspace, member.role())));
  }

  private static Workspace open(Optional<Workspace> found) {
    return found
        .filter(workspace -> !workspace.isDeleted())
        .orElseThrow(() -> new NotFound("workspace"))
        .writable();
  }
}
