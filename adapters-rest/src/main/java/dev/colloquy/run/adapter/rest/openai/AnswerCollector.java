package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Puts an answer together; one thread at a time. */
final class AnswerCollector implements AnswerReader {

  private final CompletableFuture<WholeAnswer> whole = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thoughts = new StringBuilder();
  private final List<ToolRequest> tools = new ArrayList<>();
  private TokenUsage usage = TokenUsage.NONE;
  private FinishReason reason = FinishReason.STOP;
  private Flow.@Nullable Subscription subscription;

  /** Fails as the answer does. */
  CompletionStage<WholeAnswer> whole() {
    return whole;
  }

  /** Nobody waits for it any more. */
  void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ModelEvent event) {
    switch (event) {
      case ModelEvent.Said(var said) -> text.append(said);
      case ModelEvent.Thought(var thought) -> thoughts.append(thought);
      case ModelEvent.ToolAsked(var request) -> tools.add(request);
      case ModelEvent.Counted(var counted) -> usage = counted;
      case ModelEvent.Finished(var why) -> reason = why;
    }
  }

  @Override
  public void restart() {
    text.setLength(0);
    thoughts.setLength(0);
    tools.clear();
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(
        new WholeAnswer(text.toString(), thoughts.toString(), List.copyOf(tools), usage, reason));
  }
}
