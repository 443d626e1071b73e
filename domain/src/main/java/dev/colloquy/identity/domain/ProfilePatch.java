package dev.colloquy.identity.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partial change of a profile; what is empty stays as it is. Metadata is merged (RFC 7396).
 *
 * @param firstName the inner optional is empty where the first name is to be removed
 * @param lastName likewise
 */
public record ProfilePatch(
    Optional<Username> username,
    Optional<DisplayName> name,
    Optional<Optional<DisplayName>> firstName,
    Optional<Optional<DisplayName>> lastName,
    Optional<Map<String, @Nullable Object>> metadata) {

  /** What the profile comes to with this change. */
  public Profile applyTo(Profile profile) {
    return new Profile(
        username.orElse(profile.username()),
        name.orElse(profile.name()),
        firstName.orElse(profile.firstName()),
        lastName.orElse(profile.lastName()),
        metadata.map(profile.metadata()::merge).orElse(profile.metadata()));
  }
}
