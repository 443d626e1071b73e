package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.conversation.domain.port.in.SupersedeMessage;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Metadata;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts what a run said into its conversation. */
public final class RunMessage {

  private final RecordMessage record;
  private final SupersedeMessage supersede;
  private final Runs runs;

  public RunMessage(RecordMessage record, SupersedeMessage supersede, Runs runs) {
    this.record = record;
    this.supersede = supersede;
    this.runs = runs;
  }

  /**
   * The message; none where nothing was said. What is not the whole answer is marked {@code
   * partial}, and a run that was done again leaves its place to this one. In a unit of work only.
   */
  CompletionStage<Optional<Message>> record(Run run, RunEnding.Said said, Ending how) {
    return said.content()
        .map(
            content ->
                record
                    .handle(command(run, content, said, how))
                    .thenCompose(message -> inItsPlace(run, message))
                    .thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletionStage<Message> inItsPlace(Run run, Message later) {
    return run.retryOf()
        .map(earlier -> runs.find(earlier).thenApply(it -> it.flatMap(Run::result)))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenCompose(earlier -> superseded(run, earlier, later));
  }

  private CompletionStage<Message> superseded(Run run, Optional<MessageId> earlier, Message later) {
    return earlier
        .<CompletionStage<?>>map(
            it -> supersede.handle(run.agent(), run.conversation(), it, later.id()))
        .orElseGet(() -> CompletableFuture.completedFuture(later))
        .thenApply(done -> later);
  }

  private static RecordMessage.Command command(
      Run run, Content content, RunEnding.Said said, Ending how) {
    return new RecordMessage.Command(
        run.agent(),
        run.conversation(),
        new Sender(Sender.Kind.AGENT, said.speaker().orElse(run.order().model()).value()),
        MessageRole.ASSISTANT,
        content,
        Optional.of(run.order().question()),
        Optional.of(run.id().value()),
        Optional.of(said.counted().tokens().completionTokens())
            .filter(it -> it > 0 && it <= Integer.MAX_VALUE)
            .map(Math::toIntExact),
        metadata(said, how));
  }

  private static Metadata metadata(RunEnding.Said said, Ending how) {
    Map<String, @Nullable Object> marks = new LinkedHashMap<>();
    if (!(how instanceof Ending.Complete)) {
      marks.put("partial", true);
    }
    said.finish()
        .filter(it -> it != FinishReason.STOP)
        .ifPresent(it -> marks.put("finish_reason", it.name().toLowerCase(Locale.ROOT)));
    return new Metadata(marks);
  }
}
