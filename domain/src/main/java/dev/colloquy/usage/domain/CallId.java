package dev.colloquy.usage.domain;

import java.util.UUID;

/** One call of a model; a run's call has the run's id. */
public record CallId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
