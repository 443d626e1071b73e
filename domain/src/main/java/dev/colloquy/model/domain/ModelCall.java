package dev.colloquy.model.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question to a model.
 *
 * @param model the name by which the provider knows it
 * @param turns what was said until now, the oldest first
 * @param tools what it may call; empty for none
 * @param temperature from 0 to 2; the provider's own where empty
 * @param maxTokens how much it may say; the provider's own limit where empty
 * @param patience how long it may say nothing at all before the call is given up
 */
public record ModelCall(
    ModelEndpoint endpoint,
    String model,
    List<Turn> turns,
    List<ToolOffer> tools,
    Optional<Double> temperature,
    Optional<Integer> maxTokens,
    Duration patience) {

  public ModelCall {
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
  }
}
