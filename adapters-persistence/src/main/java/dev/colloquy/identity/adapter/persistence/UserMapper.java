package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.Tier;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.UserStatus;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between an account and its row. */
final class UserMapper {

  private UserMapper() {}

  static User user(UserEntity row) {
    return new User(
        new UserId(row.id),
        new Email(row.email),
        new Profile(
            new Username(row.username),
            new DisplayName(row.name),
            Optional.ofNullable(row.firstName).map(DisplayName::new),
            Optional.ofNullable(row.lastName).map(DisplayName::new),
            new Metadata(row.metadata)),
        new Metadata(row.preferences),
        Columns.constant(UserRole.class, row.role),
        Columns.constant(Tier.class, row.tier),
        Columns.constant(UserStatus.class, row.status),
        row.emailVerified,
        Optional.ofNullable(row.lastLoginAt),
        row.createdAt,
        row.updatedAt,
        row.version);
  }

  static UserEntity entity(User user) {
    UserEntity row = new UserEntity();
    row.id = user.id().value();
    row.createdAt = user.createdAt();
    row.version = user.version();
    write(user, row);
    return row;
  }

  /** Writes what a decision may have changed; the engine counts the version itself. */
  static void write(User user, UserEntity row) {
    Profile profile = user.profile();
    row.email = user.email().value();
    row.username = profile.username().value();
    row.usernameSkeleton = profile.username().skeleton();
    row.name = profile.name().value();
    row.firstName = text(profile.firstName());
    row.lastName = text(profile.lastName());
    row.role = Columns.text(user.role());
    row.tier = Columns.text(user.tier());
    row.status = Columns.text(user.status());
    row.emailVerified = user.emailVerified();
    row.preferences = user.preferences().values();
    row.metadata = profile.metadata().values();
    row.updatedAt = user.updatedAt();
  }

  private static @Nullable String text(Optional<DisplayName> name) {
    return name.map(DisplayName::value).orElse(null);
  }
}
