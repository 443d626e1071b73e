package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.User;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its own user reads it. */
record UserView(
    UUID id,
    @Schema(examples = "ada@example.org") String email,
    @Schema(examples = "ada") String username,
    @Schema(examples = "Ada Lovelace") String name,
    @Nullable String firstName,
    @Nullable String lastName,
    @Schema(enumeration = {"user", "admin"}) String role,
    @Schema(enumeration = {"free", "pro", "enterprise"}) String tier,
    @Schema(enumeration = {"pending", "active", "inactive", "suspended"}) String status,
    boolean isEmailVerified,
    @Nullable Instant lastLoginAt,
    Map<String, @Nullable Object> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static UserView of(User user) {
    Profile profile = user.profile();
    return new UserView(
        user.id().value(),
        user.email().value(),
        profile.username().value(),
        profile.name().value(),
        text(profile.firstName()),
        text(profile.lastName()),
        Text.of(user.role()),
        Text.of(user.tier()),
        Text.of(user.status()),
        user.emailVerified(),
        user.lastLoginAt().orElse(null),
        profile.metadata().values(),
        user.createdAt(),
        user.updatedAt(),
        user.version());
  }

  private static @Nullable String text(Optional<DisplayName> name) {
    return name.map(DisplayName::value).orElse(null);
  }
}
