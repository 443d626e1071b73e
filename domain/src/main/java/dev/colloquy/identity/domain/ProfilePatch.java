package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Patch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A partial change of a profile; what is empty stays as it is. Metadata is merged (RFC 7396). */
public record ProfilePatch(
    Optional<Username> username,
    Optional<DisplayName> name,
    Patch<DisplayName> firstName,
    Patch<DisplayName> lastName,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** A partial change of a profile; what is empty stays as it is. Metadata is merged (RFC 7396). */
  public Profile applyTo(Profile profile) {
    return new Profile(
        username.orElse(profile.username()),
        name.orElse(profile.name()),
        firstName.applyTo(profile.firstName()),
        lastName.applyTo(profile.lastName()),
        metadata.map(profile.metadata()::merge).orElse(profile.metadata()));
  }
}
