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

/** A row of the table {@code users}. */
@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init") // the mapper or the engine fills it
class UserEntity implements VersionedRow {

  @Id UUID id;

  String email;
  String username;

  @Column(name = "username_skeleton")
  String usernameSkeleton;

  String name;

  @Column(name = "first_name")
  @Nullable String firstName;

  @Column(name = "last_name")
  @Nullable String lastName;

  String role;
  String tier;
  String status;

  @Column(name = "email_verified")
  boolean emailVerified;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> preferences;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  Map<String, @Nullable Object> metadata;

  // a login counts beside the account and raises no version
  @Column(name = "last_login_at", insertable = false, updatable = false)
  @Nullable Instant lastLoginAt;

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
