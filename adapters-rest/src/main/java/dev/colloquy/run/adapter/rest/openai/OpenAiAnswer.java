package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.shared.domain.ConversationId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An answer that is about to be given.
 *
 * @param conversation where it is kept
 * @param replayed whether the same request was answered so before
 * @param give begins it, for one reader
 */
record OpenAiAnswer(
    AnswerHead head,
    Optional<ConversationId> conversation,
    boolean replayed,
    Consumer<AnswerReader> give) {}
