package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.TokenUsage;
import java.math.BigDecimal;

/** What a run has taken, over all its attempts. */
public record Spent(TokenUsage tokens, BigDecimal cost) {

  public static final Spent NOTHING =
      new Spent(TokenUsage.NONE, BigDecimal.ZERO.setScale(Price.DECIMALS));

  /** What these tokens cost, of this model. */
  public static Spent of(Model model, TokenUsage tokens) {
    return new Spent(tokens, model.price().of(tokens));
  }

  public Spent plus(Spent more) {
    return new Spent(tokens.plus(more.tokens), cost.add(more.cost));
  }
}
