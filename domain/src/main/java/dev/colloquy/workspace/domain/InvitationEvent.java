package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an invitation. The members see that somebody was invited; the address stays with
 * those who may read invitations.
 */
public sealed interface InvitationEvent extends DomainEvent {

  Invitation invitation();

  @Override
  default Subject subject() {
    return new Subject("invitation", invitation().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Members(invitation().workspace());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(invitation().workspace());
  }

  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", invitation().id())
        .with("role", invitation().role())
        .with("status", invitation().status())
        .with("expires_at", invitation().expiresAt())
        .toMap();
  }

  /** Somebody was invited. */
  record Created(Actor actor, Instant occurredAt, Invitation invitation)
      implements InvitationEvent {
    @Override
    public String type() {
      return "workspace.invitation.created";
    }
  }

  /** The invited person became a member. */
  record Accepted(Actor actor, Instant occurredAt, Invitation invitation)
      implements InvitationEvent {
    @Override
    public String type() {
      return "workspace.invitation.accepted";
    }
  }

  /** The invited person does not want to. */
  record Declined(Actor actor, Instant occurredAt, Invitation invitation)
      implements InvitationEvent {
    @Override
    public String type() {
      return "workspace.invitation.declined";
    }
  }

  /** The invitation was taken back. */
  record Revoked(Actor actor, Instant occurredAt, Invitation invitation)
      implements InvitationEvent {
    @Override
    public String type() {
      return "workspace.invitation.revoked";
    }
  }
}
