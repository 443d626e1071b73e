package dev.colloquy.model.domain;

import java.util.UUID;

/** Whoever provides models. */
public record ProviderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
