package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;

/** What a user may write about himself. */
public record Profile(
    Username username,
    DisplayName name,
    Optional<DisplayName> firstName,
    Optional<DisplayName> lastName,
    Metadata metadata) {

  /** The profile of somebody who has given no more than these. */
  public static Profile of(Username username, DisplayName name) {
    return new Profile(username, name, Optional.empty(), Optional.empty(), Metadata.empty());
  }
}
