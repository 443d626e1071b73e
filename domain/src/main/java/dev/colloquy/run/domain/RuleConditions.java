package dev.colloquy.run.domain;

import java.util.Set;

/**
 * Which runs a rule is for.
 *
 * @param importance any of these; all where empty
 * @param complexity any of these; all where empty
 */
public record RuleConditions(Set<Importance> importance, Set<Complexity> complexity) {

  public RuleConditions {
    importance = Set.copyOf(importance);
    complexity = Set.copyOf(complexity);
  }

  boolean hold(Need need) {
    return (importance.isEmpty() || importance.contains(need.importance()))
        && (complexity.isEmpty() || complexity.contains(need.complexity()));
  }
}
