package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People and keys for tests of the model. */
public final class SomeActors {

  public static final Origin ORIGIN =
      new Origin(UUID.randomUUID(), "192.0.2.1", Instant.parse("2026-03-01T12:00:00Z"), "");

  private SomeActors() {}

  public static Actor.Person person() {
    return person(UserRole.USER);
  }

  public static Actor.Person person(UserRole role) {
    return new Actor.Person(
        new UserId(UUID.randomUUID()), new LoginSessionId(UUID.randomUUID()), role, ORIGIN);
  }

  /** A key of the user's that reaches all of his workspaces. */
  public static Actor.Key key(UserId user, KeyScope... scopes) {
    return new Actor.Key(
        user,
        new ApiKeyId(UUID.randomUUID()),
        UserRole.USER,
        Set.of(scopes),
        Optional.empty(),
        ORIGIN);
  }

  /** The same key, but good in one workspace alone. */
  public static Actor.Key bound(Actor.Key key, WorkspaceId workspace) {
    return new Actor.Key(
        key.user(), key.key(), key.role(), key.scopes(), Optional.of(workspace), key.origin());
  }
}
