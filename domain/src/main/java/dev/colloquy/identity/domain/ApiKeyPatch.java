package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.KeyScope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partial change of a key; what is empty stays as it is. Metadata is merged (RFC 7396).
 *
 * @param expiresAt the inner optional is empty where the key shall no longer expire
 */
public record ApiKeyPatch(
    Optional<ApiKeyName> name,
    Optional<Set<KeyScope>> scopes,
    Optional<Optional<Instant>> expiresAt,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** What the draft comes to with this change. */
  public ApiKeyDraft applyTo(ApiKeyDraft draft) {
    return new ApiKeyDraft(
        name.orElse(draft.name()),
        scopes.orElse(draft.scopes()),
        expiresAt.orElse(draft.expiresAt()),
        metadata.map(draft.metadata()::merge).orElse(draft.metadata()));
  }
}
