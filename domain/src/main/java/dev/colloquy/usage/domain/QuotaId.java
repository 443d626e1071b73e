package dev.colloquy.usage.domain;

import java.util.UUID;

/** One quota. */
public record QuotaId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
