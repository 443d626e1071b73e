package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.workspace.domain.NamedMember;
import java.time.Instant;
import java.util.UUID;

/**
 * A member of a workspace.
 *
 * @param createdAt when he became one
 */
record MemberView(UUID userId, String name, String username, String role, Instant createdAt) {

  static MemberView of(NamedMember named) {
    return new MemberView(
        named.member().user().value(),
        named.name(),
        named.username(),
        Text.of(named.member().role()),
        named.member().createdAt());
  }
}
