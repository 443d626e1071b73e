package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.Colleague;
import java.util.UUID;

/** What is shown of somebody to those who share a workspace with him. */
record ColleagueView(UUID id, String username, String name) {

  static ColleagueView of(Colleague colleague) {
    return new ColleagueView(
        colleague.id().value(), colleague.username().value(), colleague.name().value());
  }
}
