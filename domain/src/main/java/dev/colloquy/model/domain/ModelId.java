package dev.colloquy.model.domain;

import java.util.UUID;

/** A model that is set up here. */
public record ModelId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
