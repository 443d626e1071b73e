package dev.colloquy.workspace.domain;

import java.util.UUID;

/** An invitation to a workspace. */
public record InvitationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
