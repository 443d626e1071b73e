package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that acts for its user without him. The secret is not part of it: whoever made the key has
 * seen it once.
 *
 * @param shown the first characters of the secret
 * @param workspace the only workspace that the key reaches; empty reaches all of its user's
 * @param lastUsedAt exact to about half a minute; counted beside the key, raises no version
 * @param version raised by one with every change
 */
public record ApiKey(
    ApiKeyId id,
    UserId user,
    ApiKeyDraft draft,
    String shown,
    Optional<WorkspaceId> workspace,
    Optional<Instant> lastUsedAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** How many keys one user may have. */
  public static final int MAX_PER_USER = 100;

  /** A fresh key of a person's own. */
  public static Change<ApiKey> make(
      Actor.Person actor,
      ApiKeyId id,
      ApiKeySecret secret,
      ApiKeyDraft draft,
      Optional<WorkspaceId> workspace,
      Instant now) {
    ApiKey made =
        new ApiKey(
            id, actor.user(), draft, secret.shown(), workspace, Optional.empty(), now, now, 1);
    return Change.of(made, new ApiKeyEvent.Created(actor, now, made));
  }

  /** Gives the key other contents; the same contents are no change. */
  public Change<ApiKey> edit(Actor actor, ApiKeyDraft wanted, Instant now) {
    if (wanted.equals(draft)) {
      return Change.nothing(this);
    }
    ApiKey edited =
        new ApiKey(id, user, wanted, shown, workspace, lastUsedAt, createdAt, now, version + 1);
    return Change.of(edited, new ApiKeyEvent.Updated(actor, now, edited));
  }

  /** Takes the key away; it is good for nothing from now on. */
  public Change<ApiKey> delete(Actor actor, Instant now) {
    return Change.of(this, new ApiKeyEvent.Deleted(actor, now, this));
  }
}
