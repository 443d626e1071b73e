package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param prefix the first characters of the secret, to tell keys apart
 * @param workspaceId the only workspace it reaches; null reaches all of its user's
 * @param lastUsedAt exact to about half a minute
 */
record ApiKeyView(
    UUID id,
    String name,
    String prefix,
    List<String> scopes,
    @Nullable UUID workspaceId,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Map<String, @Nullable Object> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static ApiKeyView of(ApiKey key) {
    ApiKeyDraft draft = key.draft();
    return new ApiKeyView(
        key.id().value(),
        draft.name().value(),
        key.shown(),
        draft.scopes().stream().map(Text::of).toList(),
        key.workspace().map(WorkspaceId::value).orElse(null),
        draft.expiresAt().orElse(null),
        key.lastUsedAt().orElse(null),
        draft.metadata().values(),
        key.createdAt(),
        key.updatedAt(),
        key.version());
  }
}
