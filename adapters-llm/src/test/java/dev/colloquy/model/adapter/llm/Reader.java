package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who reads an answer and remembers all that was signalled, ends above all. */
final class Reader implements Flow.Subscriber<ModelEvent> {

  final List<ModelEvent> pieces = new CopyOnWriteArrayList<>();
  final List<Optional<Context>> contexts = new CopyOnWriteArrayList<>();
  final AtomicInteger ends = new AtomicInteger();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
  private final long first;

  private Reader(long first) {
    this.first = first;
  }

  /** Reads all there is. */
  static Reader of(Flow.Publisher<ModelEvent> answer) {
    return of(answer, Long.MAX_VALUE);
  }

  /** Asks for so many pieces to begin with, none with zero. */
  static Reader of(Flow.Publisher<ModelEvent> answer, long first) {
    Reader reader = new Reader(first);
    answer.subscribe(reader);
    return reader;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    if (first > 0) {
      given.request(first);
    }
  }

  @Override
  public void onNext(ModelEvent piece) {
    contexts.add(Optional.ofNullable(Vertx.currentContext()));
    pieces.add(piece);
  }

  @Override
  public void onError(Throwable failure) {
    ends.incrementAndGet();
    end.complete(failure);
  }

  @Override
  public void onComplete() {
    ends.incrementAndGet();
    end.complete(null);
  }

  void request(long more) {
    subscription.thenAccept(it -> it.request(more));
  }

  void cancel() {
    subscription.thenAccept(Flow.Subscription::cancel);
  }

  Reader awaitEnd() {
    assertThat(end).succeedsWithin(Stages.PATIENCE);
    return this;
  }

  Reader awaitPieces(int count) {
    return await(() -> pieces.size() >= count);
  }

  Reader await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Stages.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain; was told " + pieces + ", end: " + end);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return this;
  }

  boolean hasEnded() {
    return end.isDone();
  }

  /** Null where the answer is whole. */
  @Nullable Throwable failure() {
    return awaitEnd().end.join();
  }

  ModelCallFailed callFailure() {
    Throwable failure = failure();
    assertThat(failure).isInstanceOf(ModelCallFailed.class);
    return (ModelCallFailed) Objects.requireNonNull(failure);
  }

  String text() {
    return pieces.stream()
        .map(it -> it instanceof Said(String text) ? text : "")
        .collect(Collectors.joining());
  }

  String thoughts() {
    return pieces.stream()
        .map(it -> it instanceof Thought(String text) ? text : "")
        .collect(Collectors.joining());
  }
}
