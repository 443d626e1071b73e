package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.Summary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was said in a conversation, in short.
 *
 * @param upToSeq the place of the last message that it stands for
 * @param modelId who wrote it
 */
record SummaryView(
    UUID conversationId,
    long upToSeq,
    String narrative,
    List<String> keyPoints,
    List<String> decisions,
    List<String> openQuestions,
    UUID modelId,
    Instant writtenAt) {

  static SummaryView of(Summary it) {
    return new SummaryView(
        it.conversation().value(),
        it.upTo(),
        it.text().narrative(),
        it.text().keyPoints(),
        it.text().decisions(),
        it.text().openQuestions(),
        it.model().value(),
        it.writtenAt());
  }
}
