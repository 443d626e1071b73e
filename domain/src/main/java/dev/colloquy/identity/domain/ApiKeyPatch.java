package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Patch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A partial change of a key; what is empty stays as it is. Metadata is merged (RFC 7396). */
public record ApiKeyPatch(
    Optional<ApiKeyName> name,
    Optional<Set<KeyScope>> scopes,
    Patch<Instant> expiresAt,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** A partial change of a key; what is empty stays as it is. Metadata is merged (RFC 7396). */
  public ApiKeyDraft applyTo(ApiKeyDraft draft) {
    return new ApiKeyDraft(
        name.orElse(draft.name()),
        scopes.orElse(draft.scopes()),
        expiresAt.applyTo(draft.expiresAt()),
        metadata.map(draft.metadata()::merge).orElse(draft.metadata()));
  }
}
