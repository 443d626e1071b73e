package dev.colloquy.shared.domain;

import java.util.UUID;

/** A workspace, the home of everything that is shared between people. */
public record WorkspaceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
