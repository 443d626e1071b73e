package dev.colloquy.conversation.adapter.persistence;

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

/** A row of the table {@code conversation}; what messages change stands in another one. */
@Entity
@Table(name = "conversation")
@SuppressWarnings("NullAway.Init") // the mapper or the engine fills it
class ConversationEntity implements VersionedRow {

  @Id UUID id;

  @Column(name = "workspace_id", updatable = false)
  UUID workspace;

  @Column(name = "created_by", updatable = false)
  UUID createdBy;

  String topic;
  String modality;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> metadata;

  String status;

  @Column(name = "forked_from_id", updatable = false)
  @Nullable UUID forkedFrom;

  @Column(name = "forked_from_seq", updatable = false)
  @Nullable Long forkedFromSeq;

  @Column(name = "created_at", updatable = false)
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
