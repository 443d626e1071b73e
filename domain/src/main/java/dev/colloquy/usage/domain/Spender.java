package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;

/**
 * On whose account a call goes.
 *
 * @param key that it was asked for with
 * @param workspace in which it was asked for; a direct chat is in none, unless its key is bound
 */
public record Spender(UserId user, Optional<ApiKeyId> key, Optional<WorkspaceId> workspace) {

  public static Spender in(WorkspaceId workspace, Actor.OfUser actor) {
    return new Spender(actor.user(), key(actor), Optional.of(workspace));
  }

  /** Whoever asks outside all workspaces. */
  public static Spender direct(Actor.OfUser actor) {
    return new Spender(actor.user(), key(actor), actor.boundTo());
  }

  private static Optional<ApiKeyId> key(Actor.OfUser actor) {
    return switch (actor) {
      case Actor.Key key -> Optional.of(key.key());
      case Actor.Person person -> Optional.empty();
      case Actor.Agent agent -> Optional.empty();
    };
  }
}
