package dev.colloquy.shared.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The one source of access: what an actor is in a place, today. */
public interface Memberships {

  /**
   * The actor's roles there; none where the place does not exist, where the actor has no part in
   * it, or where an API key is bound to another workspace. One query.
   */
  CompletionStage<Set<Role>> rolesOf(Actor actor, Scope scope);
}
