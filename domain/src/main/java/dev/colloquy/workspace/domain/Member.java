package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;

/** Somebody's seat in a workspace. */
public record Member(WorkspaceId workspace, UserId user, MemberRole role, Instant createdAt) {

  /** Takes somebody in. */
  public static Change<Member> join(
      Actor actor, WorkspaceId workspace, UserId user, MemberRole role, Instant now) {
    Member joined = new Member(workspace, user, role, now);
    return Change.of(joined, new MemberEvent.Added(actor, now, joined));
  }

  /** Gives the member another role; the same role is no change. */
  public Change<Member> become(Actor actor, MemberRole wanted, Instant now) {
    if (wanted == role) {
      return Change.nothing(this);
    }
    Member changed = new Member(workspace, user, wanted, createdAt);
    return Change.of(changed, new MemberEvent.Updated(actor, now, changed));
  }

  /** Ends the membership; the owner's ends only by a transfer. */
  public Change<Member> leave(Actor actor, Instant now) {
    if (role == MemberRole.OWNER) {
      throw new WorkspaceException.LastOwner();
    }
    return Change.of(this, new MemberEvent.Removed(actor, now, this));
  }
}
