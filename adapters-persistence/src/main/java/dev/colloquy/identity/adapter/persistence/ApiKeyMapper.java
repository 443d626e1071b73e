package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeyName;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Between an API key and its row. */
final class ApiKeyMapper {

  private ApiKeyMapper() {}

  static ApiKey key(ApiKeyEntity row) {
    return new ApiKey(
        new ApiKeyId(row.id),
        new UserId(row.user),
        new ApiKeyDraft(
            new ApiKeyName(row.name),
            scopes(row.scopes),
            Optional.ofNullable(row.expiresAt),
            new Metadata(row.metadata)),
        row.shown,
        Optional.ofNullable(row.workspace).map(WorkspaceId::new),
        Optional.ofNullable(row.lastUsedAt),
        row.createdAt,
        row.updatedAt,
        row.version);
  }

  static ApiKeyEntity entity(ApiKey key, SecretHash secret) {
    ApiKeyEntity row = new ApiKeyEntity();
    row.id = key.id().value();
    row.user = key.user().value();
    row.secretHash = secret.hex();
    row.shown = key.shown();
    row.workspace = key.workspace().map(WorkspaceId::value).orElse(null);
    row.createdAt = key.createdAt();
    row.version = key.version();
    write(key, row);
    return row;
  }

  /** Writes what a decision may have changed; the engine counts the version itself. */
  static void write(ApiKey key, ApiKeyEntity row) {
    row.name = key.draft().name().value();
    row.scopes = key.draft().scopes().stream().map(Columns::text).toArray(String[]::new);
    row.expiresAt = key.draft().expiresAt().orElse(null);
    row.metadata = key.draft().metadata().values();
    row.updatedAt = key.updatedAt();
  }

  static Set<KeyScope> scopes(String[] names) {
    return Arrays.stream(names)
        .map(name -> Columns.constant(KeyScope.class, name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
