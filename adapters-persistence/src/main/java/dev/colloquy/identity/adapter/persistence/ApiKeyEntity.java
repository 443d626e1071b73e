package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.VersionedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code api_key}. */
@Entity
@Table(name = "api_key")
@SuppressWarnings("NullAway.Init") // the mapper or the engine fills it
class ApiKeyEntity implements VersionedRow {

  @Id UUID id;

  @Column(name = "user_id")
  UUID user;

  @Column(name = "secret_hash", updatable = false)
  String secretHash;

  String shown;
  String name;

  // the engine keeps objects as JSON, but no arrays
  String[] scopes;

  @Column(name = "workspace_id")
  @Nullable UUID workspace;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  // uses are counted beside the key and raise no version
  @Column(name = "last_used_at", insertable = false, updatable = false)
  @Nullable Instant lastUsedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> metadata;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Version long version;

  @Override
  public long version() {
    return version;
  }
}
