package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A place where people keep conversations and what grows out of them. Its decisions return the
 * workspace with the events; who may ask for them is decided by {@link Standing}.
 *
 * @param deletedAt set while the workspace is deleted; the purge counts from there
 * @param version raised by one with every change
 */
public record Workspace(
    WorkspaceId id,
    UserId owner,
    WorkspaceDraft draft,
    WorkspaceStatus status,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> deletedAt,
    long version) {

  /** How many workspaces one user may own, deleted ones aside. */
  public static final int MAX_PER_OWNER = 50;

  /** A fresh workspace of the actor's own. */
  public static Change<Workspace> open(
      Actor.OfUser actor, WorkspaceId id, WorkspaceDraft draft, Instant now) {
    Workspace opened =
        new Workspace(
            id, actor.user(), draft, WorkspaceStatus.ACTIVE, now, now, Optional.empty(), 1);
    return Change.of(opened, new WorkspaceEvent.Created(actor, now, opened));
  }

  public boolean isDeleted() {
    return status == WorkspaceStatus.DELETED;
  }

  /** Fails with {@link Archived} unless the workspace takes changes. */
  public Workspace writable() {
    if (status == WorkspaceStatus.ARCHIVED) {
      throw new Archived("workspace");
    }
    return this;
  }

  /** Gives the workspace other contents; the same contents are no change. */
  public Change<Workspace> edit(Actor actor, WorkspaceDraft wanted, Instant now) {
    writable();
    if (wanted.equals(draft)) {
      return Change.nothing(this);
    }
    Workspace edited = next(owner, wanted, status, now);
    return Change.of(edited, new WorkspaceEvent.Updated(actor, now, edited));
  }

  /** Closes the workspace for changes; an archived one stays as it is. */
  public Change<Workspace> archive(Actor actor, Instant now) {
    if (status == WorkspaceStatus.ARCHIVED) {
      return Change.nothing(this);
    }
    Workspace archived = next(owner, draft, WorkspaceStatus.ARCHIVED, now);
    return Change.of(archived, new WorkspaceEvent.Archived(actor, now, archived));
  }

  /** Makes an archived or deleted workspace active again; an active one stays as it is. */
  public Change<Workspace> restore(Actor actor, Instant now) {
    if (status == WorkspaceStatus.ACTIVE) {
      return Change.nothing(this);
    }
    Workspace restored = next(owner, draft, WorkspaceStatus.ACTIVE, now);
    return Change.of(restored, new WorkspaceEvent.Restored(actor, now, restored));
  }

  /** Takes the workspace away from everybody, until it is restored or purged. */
  public Change<Workspace> delete(Actor actor, Instant now) {
    Workspace deleted = next(owner, draft, WorkspaceStatus.DELETED, now);
    return Change.of(deleted, new WorkspaceEvent.Deleted(actor, now, deleted));
  }

  /** Gives the workspace to another member. */
  public Change<Workspace> transfer(Actor actor, UserId newOwner, Instant now) {
    writable();
    if (newOwner.equals(owner)) {
      return Change.nothing(this);
    }
    Workspace transferred = next(newOwner, draft, status, now);
    return Change.of(transferred, new WorkspaceEvent.Transferred(actor, now, transferred));
  }

  private Workspace next(UserId owner, WorkspaceDraft draft, WorkspaceStatus status, Instant now) {
    Optional<Instant> deleted =
        status == WorkspaceStatus.DELETED ? Optional.of(now) : Optional.empty();
    return new Workspace(id, owner, draft, status, createdAt, now, deleted, version + 1);
  }
}
