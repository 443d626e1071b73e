package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;

/** An offer of a seat in a workspace to whoever has an email address. */
public record Invitation(
    InvitationId id,
    WorkspaceId workspace,
    InvitedEmail email,
    MemberRole role,
    UserId invitedBy,
    InvitationStatus status,
    Instant createdAt,
    Instant expiresAt) {

  /** How long an invitation may be answered. */
  public static final Duration LIFETIME = Duration.ofDays(7);

  /** Offers a seat. */
  public static Change<Invitation> offer(
      Actor.OfUser actor,
      InvitationId id,
      WorkspaceId workspace,
      InvitedEmail email,
      MemberRole role,
      Instant now) {
    Invitation offered =
        new Invitation(
            id,
            workspace,
            email,
            role,
            actor.user(),
            InvitationStatus.PENDING,
            now,
            now.plus(LIFETIME));
    return Change.of(offered, new InvitationEvent.Created(actor, now, offered));
  }

  /** Takes the offer; the actor's address must be the invited one. */
  public Change<Invitation> accept(Actor actor, String email, Instant now) {
    Invitation accepted = answered(email, InvitationStatus.ACCEPTED, now);
    return Change.of(accepted, new InvitationEvent.Accepted(actor, now, accepted));
  }

  /** Turns the offer down; the actor's address must be the invited one. */
  public Change<Invitation> decline(Actor actor, String email, Instant now) {
    Invitation declined = answered(email, InvitationStatus.DECLINED, now);
    return Change.of(declined, new InvitationEvent.Declined(actor, now, declined));
  }

  /** Takes the offer back; one that is no longer open stays as it is. */
  public Change<Invitation> revoke(Actor actor, Instant now) {
    if (status != InvitationStatus.PENDING) {
      return Change.nothing(this);
    }
    Invitation revoked = with(InvitationStatus.REVOKED);
    return Change.of(revoked, new InvitationEvent.Revoked(actor, now, revoked));
  }

  private Invitation answered(String answeredBy, InvitationStatus answer, Instant now) {
    if (!email.isAddressOf(answeredBy)) {
      throw new AccessDenied("This invitation is for another email address.");
    }
    if (status != InvitationStatus.PENDING || !now.isBefore(expiresAt)) {
      throw new WorkspaceException.InvitationNotOpen();
    }
    return with(answer);
  }

  private Invitation with(InvitationStatus changed) {
    return new Invitation(id, workspace, email, role, invitedBy, changed, createdAt, expiresAt);
  }
}
