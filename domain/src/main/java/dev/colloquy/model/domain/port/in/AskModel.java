package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.Turn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Puts a question to a model; for handlers, which need no address and no key for it. */
public interface AskModel {

  /**
   * The answer, piece by piece; the call is made when it is subscribed to, and ended when the
   * subscription is cancelled. It fails with {@link dev.colloquy.model.domain.ModelCallFailed} and
   * nothing else.
   *
   * @return fails with {@code NotFound} where the model is not enabled any more
   */
  CompletionStage<Flow.Publisher<ModelEvent>> handle(Question question);

  /**
   * What is asked.
   *
   * @param turns what was said until now, the oldest first
   * @param tools what the model may ask for; empty for none
   * @param maxTokens how much may be said
   */
  record Question(
      ModelId model,
      List<Turn> turns,
      List<ToolOffer> tools,
      Optional<Double> temperature,
      int maxTokens) {

    public Question {
      turns = List.copyOf(turns);
      tools = List.copyOf(tools);
    }

    /** The same, with other tools. */
    public Question with(List<ToolOffer> offered) {
      return new Question(model, turns, offered, temperature, maxTokens);
    }
  }
}
