package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People and keys for tests. */
public final class Actors {

  private Actors() {}

  /** A user who never existed before. */
  public static UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }

  /** The user, logged in. */
  public static Actor.Person person(UserId user) {
    return new Actor.Person(
        user, new LoginSessionId(UUID.randomUUID()), UserRole.USER, anyOrigin());
  }

  /** Somebody who never came before, logged in. */
  public static Actor.Person anyone() {
    return person(anyUser());
  }

  /** Somebody who never came before and who runs the installation, logged in. */
  public static Actor.Person administrator() {
    return new Actor.Person(
        anyUser(), new LoginSessionId(UUID.randomUUID()), UserRole.ADMIN, anyOrigin());
  }

  /** A key of the user's that reaches all of his workspaces. */
  public static Actor.Key key(UserId user, KeyScope... scopes) {
    return key(user, Optional.empty(), scopes);
  }

  /** A key of the user's that reaches one workspace. */
  public static Actor.Key keyFor(WorkspaceId workspace, UserId user, KeyScope... scopes) {
    return key(user, Optional.of(workspace), scopes);
  }

  public static Origin anyOrigin() {
    return new Origin(UUID.randomUUID(), "192.0.2.1", Instant.parse("2026-01-01T00:00:00Z"), "");
  }

  private static Actor.Key key(UserId user, Optional<WorkspaceId> boundTo, KeyScope... scopes) {
    return new Actor.Key(
        user, new ApiKeyId(UUID.randomUUID()), UserRole.USER, Set.of(scopes), boundTo, anyOrigin());
  }
}
