package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.TokenUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run has taken, over all its attempts.
 *
 * @param tiers of the models that were asked, in their order; one tier several times in a row is
 *     there once
 */
public record Spent(TokenUsage tokens, BigDecimal cost, List<Integer> tiers) {

  public static final Spent NOTHING =
      new Spent(TokenUsage.NONE, BigDecimal.ZERO.setScale(Price.DECIMALS), List.of());

  public Spent {
    tiers = List.copyOf(tiers);
  }

  /** What these tokens cost, of this model. */
  public static Spent of(Model model, TokenUsage tokens) {
    return new Spent(tokens, model.price().of(tokens), List.of(model.tier()));
  }

  public Spent plus(Spent more) {
    List<Integer> path = new ArrayList<>(tiers);
    for (Integer tier : more.tiers) {
      if (path.isEmpty() || !path.getLast().equals(tier)) {
        path.add(tier);
      }
    }
    return new Spent(tokens.plus(more.tokens), cost.add(more.cost), path);
  }
}
