package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.util.List;

/**
 * Which runs a rule is for; an empty list is for all.
 *
 * @param importance some of low, medium, high and critical
 * @param complexity some of simple, moderate and complex
 */
record RuleConditionsView(List<String> importance, List<String> complexity) {

  static RuleConditionsView of(RuleConditions it) {
    return new RuleConditionsView(
        it.importance().stream().sorted().map(Text::of).toList(),
        it.complexity().stream().sorted().map(Text::of).toList());
  }
}
