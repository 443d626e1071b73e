package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** For whom a key acts, and how far, as it stands in the database now. */
public record KeyHolder(
    UserId user,
    ApiKeyId key,
    UserRole role,
    UserStatus status,
    Set<KeyScope> scopes,
    Optional<WorkspaceId> workspace,
    Optional<Instant> expiresAt) {

  public boolean isGood(Instant now) {
    return status == UserStatus.ACTIVE && expiresAt.map(now::isBefore).orElse(true);
  }

  public Actor.Key acting(Origin origin) {
    return new Actor.Key(user, key, role, scopes, workspace, origin);
  }
}
