package dev.colloquy.run.domain;

import java.util.UUID;

/** Identifies an orchestration rule. */
public record OrchestrationRuleId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
