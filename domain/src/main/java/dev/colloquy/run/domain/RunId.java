package dev.colloquy.run.domain;

import java.util.UUID;

/** One run. */
public record RunId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
