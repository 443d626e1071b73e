package dev.colloquy.identity.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.domain.KeyScope;
import java.util.List;

/** How a key's scopes are written. */
final class ApiKeyScopes {

  static final Json<List<KeyScope>> JSON =
      Json.list(KeyScope.values().length, Json.oneOf(KeyScope.class))
          .where(scopes -> !scopes.isEmpty(), "must name at least one scope");

  private ApiKeyScopes() {}
}
