package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about a key that its user may change later.
 *
 * @param scopes what it may be used for; a key without scopes does nothing
 * @param expiresAt empty for a key that lasts until it is deleted
 */
public record ApiKeyDraft(
    ApiKeyName name, Set<KeyScope> scopes, Optional<Instant> expiresAt, Metadata metadata) {

  public ApiKeyDraft {
    // in the order of their declaration, wherever they are shown
    EnumSet<KeyScope> ordered = EnumSet.noneOf(KeyScope.class);
    ordered.addAll(scopes);
    scopes = Collections.unmodifiableSet(ordered);
  }
}
