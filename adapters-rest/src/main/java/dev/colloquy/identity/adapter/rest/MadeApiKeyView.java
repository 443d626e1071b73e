package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.ManageApiKeys.Made;
import dev.colloquy.shared.adapter.rest.answer.CarriesSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key just made.
 *
 * @param key the secret, shown this once
 */
record MadeApiKeyView(
    UUID id,
    String key,
    String name,
    String prefix,
    List<String> scopes,
    @Nullable UUID workspaceId,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Map<String, @Nullable Object> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements CarriesSecret {

  static MadeApiKeyView of(Made made) {
    ApiKeyView view = ApiKeyView.of(made.key());
    return new MadeApiKeyView(
        view.id(),
        made.secret().value(),
        view.name(),
        view.prefix(),
        view.scopes(),
        view.workspaceId(),
        view.expiresAt(),
        view.lastUsedAt(),
        view.metadata(),
        view.createdAt(),
        view.updatedAt(),
        view.version());
  }

  @Override
  public Object withoutSecret() {
    return new ApiKeyView(
        id,
        name,
        prefix,
        scopes,
        workspaceId,
        expiresAt,
        lastUsedAt,
        metadata,
        createdAt,
        updatedAt,
        version);
  }
}
