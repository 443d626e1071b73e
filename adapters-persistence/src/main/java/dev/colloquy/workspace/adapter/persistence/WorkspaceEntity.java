package dev.colloquy.workspace.adapter.persistence;

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

/** A row of the table {@code workspace}. */
@Entity
@Table(name = "workspace")
@SuppressWarnings("NullAway.Init") // the mapper or the engine fills it
class WorkspaceEntity implements VersionedRow {

  @Id UUID id;

  @Column(name = "owner_id")
  UUID owner;

  String name;
  String description;
  String type;
  String status;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> settings;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> metadata;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "deleted_at")
  @Nullable Instant deletedAt;

  @Version long version;

  @Override
  public long version() {
    return version;
  }
}
