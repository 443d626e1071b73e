package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.model.domain.ModelId;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param question the message that is answered
 * @param system what the model is told beforehand, for this once
 * @param maxTokens how much may be said; the model's own limit where empty
 */
public record RunOrder(
    MessageId question,
    Optional<Content> system,
    ModelId model,
    Importance importance,
    Optional<Temperature> temperature,
    Optional<Integer> maxTokens) {}
