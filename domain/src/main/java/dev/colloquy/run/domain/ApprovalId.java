package dev.colloquy.run.domain;

import java.util.UUID;

/** One approval. */
public record ApprovalId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
