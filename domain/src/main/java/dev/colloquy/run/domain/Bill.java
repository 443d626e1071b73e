package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attempt at a run takes, over all the answers of its models. For any thread. */
public final class Bill {

  private Spent countedBefore = Spent.NOTHING;
  private Spent takenBefore = Spent.NOTHING;
  private Tally tally = new Tally(TokenUsage.NONE);
  private @Nullable Model speaker;

  /**
   * A model is about to answer.
   *
   * @param needed what that takes at the most
   */
  public synchronized void begin(Model model, TokenUsage needed) {
    countedBefore = counted();
    takenBefore = taken();
    speaker = model;
    tally = new Tally(needed);
  }

  /** It goes on with its answer. */
  public synchronized void add(ModelEvent event) {
    tally.add(event);
  }

  /** As the providers have counted it until now. */
  public synchronized Spent counted() {
    return speaker == null ? countedBefore : countedBefore.plus(Spent.of(speaker, tally.counted()));
  }

  /** The same, estimated where an answer was cut off before it was counted. */
  public synchronized Spent taken() {
    return speaker == null ? takenBefore : takenBefore.plus(Spent.of(speaker, tally.taken()));
  }

  /** Who spoke last; empty where nobody was asked. */
  public synchronized Optional<Model> speaker() {
    return Optional.ofNullable(speaker);
  }
}
