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

/** What happens to somebody's seat in a workspace; the members see it. */
public sealed interface MemberEvent extends DomainEvent {

  /** The seat after the change, or as it was when it was given up. */
  Member member();

  @Override
  default Subject subject() {
    return new Subject("user", member().user().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Members(member().workspace());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(member().workspace());
  }

  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot().with("user_id", member().user()).with("role", member().role()).toMap();
  }

  /** Somebody became a member. */
  record Added(Actor actor, Instant occurredAt, Member member) implements MemberEvent {
    @Override
    public String type() {
      return "workspace.member.added";
    }
  }

  /** A member has another role. */
  record Updated(Actor actor, Instant occurredAt, Member member) implements MemberEvent {
    @Override
    public String type() {
      return "workspace.member.updated";
    }
  }

  /** Somebody is no longer a member. */
  record Removed(Actor actor, Instant occurredAt, Member member) implements MemberEvent {
    @Override
    public String type() {
      return "workspace.member.removed";
    }
  }
}
