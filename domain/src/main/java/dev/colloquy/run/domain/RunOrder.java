package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.tool.domain.ToolName;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param question the message that is answered
 * @param system what the model is told beforehand, for this once
 * @param model who is asked
 * @param fallbacks who is asked instead, one after the other, where nothing comes of it
 * @param maxTokens how much may be said; the model's own limit where empty
 * @param tools which tools the model may ask for
 */
public record RunOrder(
    MessageId question,
    Optional<Content> system,
    ModelId model,
    List<ModelId> fallbacks,
    Importance importance,
    Optional<Temperature> temperature,
    Optional<Integer> maxTokens,
    List<ToolName> tools) {

  public RunOrder {
    fallbacks = List.copyOf(fallbacks);
    tools = List.copyOf(tools);
  }
}
