package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.tool.domain.ToolName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param questionId the message that is answered
 * @param tools which tools the model may ask for
 * @param attempt how often it was taken up; more than once where its node was lost
 * @param cancelRequestedAt when somebody wanted it to end
 * @param tierPath of which tiers those models are that were asked, in their order
 * @param resultMessageId what it said, as a message; partial where it did not complete
 */
record RunView(
    UUID id,
    UUID conversationId,
    UUID questionId,
    UUID modelId,
    UUID startedBy,
    String importance,
    List<String> tools,
    String status,
    int attempt,
    @Nullable UUID retryOf,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant cancelRequestedAt,
    @Nullable Instant finishedAt,
    RunUsageView usage,
    List<Integer> tierPath,
    @Nullable RunErrorView error,
    @Nullable UUID resultMessageId,
    long version) {

  static RunView of(Run it) {
    return new RunView(
        it.id().value(),
        it.conversation().value(),
        it.order().question().value(),
        it.order().model().value(),
        it.startedBy().value(),
        Text.of(it.order().importance()),
        it.order().tools().stream().map(ToolName::value).toList(),
        Text.of(it.status()),
        it.attempt(),
        it.retryOf().map(RunId::value).orElse(null),
        it.createdAt(),
        it.startedAt().orElse(null),
        it.cancelRequestedAt().orElse(null),
        it.finishedAt().orElse(null),
        RunUsageView.of(it.spent()),
        it.spent().tiers(),
        it.error().map(RunErrorView::of).orElse(null),
        it.result().map(MessageId::value).orElse(null),
        it.version());
  }
}
