package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelException.ModelFailed;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a run's stream as the answer it is. On one event loop only. */
final class RunReader implements Flow.Subscriber<StreamEntry> {

  private final AnswerReader reader;
  private Flow.@Nullable Subscription subscription;
  private boolean over;

  RunReader(AnswerReader reader) {
    this.reader = reader;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    reader.onSubscribe(given);
  }

  @Override
  public void onNext(StreamEntry entry) {
    RunSignal signal = entry.signal();
    switch (signal.type()) {
      // tools are called here, whoever the client is
      case STARTED,
          ESCALATED,
          TOOL_CALL_REQUESTED,
          TOOL_CALL_STARTED,
          TOOL_CALL_COMPLETED,
          TOOL_CALL_FAILED,
          APPROVAL_REQUESTED,
          APPROVAL_RESOLVED ->
          more();
      case RESTARTED -> {
        reader.restart();
        more();
      }
      case DELTA -> reader.onNext(new ModelEvent.Said(text(signal, "content")));
      case USAGE -> reader.onNext(new ModelEvent.Counted(usage(signal.data())));
      case COMPLETED -> reader.onNext(new ModelEvent.Finished(reason(signal.data())));
      case FAILED -> fail(new ModelFailed(text(signal, "detail")));
      case CANCELLED -> fail(new ModelFailed("The run was cancelled."));
      case EXPIRED -> fail(new ModelFailed("The run took too long and has expired."));
    }
  }

  /** Ends before the run does. */
  void fail(Throwable failure) {
    if (!over) {
      over = true;
      if (subscription != null) {
        subscription.cancel();
      }
      reader.onError(failure);
    }
  }

  @Override
  public void onError(Throwable failure) {
    fail(failure);
  }

  @Override
  public void onComplete() {
    if (!over) {
      over = true;
      reader.onComplete();
    }
  }

  private void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private static String text(RunSignal signal, String name) {
    return String.valueOf(signal.data().get(name));
  }

  private static TokenUsage usage(Map<String, @Nullable Object> data) {
    return new TokenUsage(count(data, "prompt_tokens"), count(data, "completion_tokens"));
  }

  private static long count(Map<String, @Nullable Object> data, String name) {
    return data.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static FinishReason reason(Map<String, @Nullable Object> data) {
    return data.get("finish_reason") instanceof String reason
        ? FinishReason.valueOf(reason.toUpperCase(Locale.ROOT))
        : FinishReason.STOP;
  }
}
