package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.StreamItem.Happened;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reader who follows the feed on a thread of his own and remembers what he was told. */
public final class StreamProbe implements Flow.Subscriber<StreamItem>, AutoCloseable {

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final List<StreamItem> items = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final long demand;
  private Flow.@Nullable Subscription subscription;

  private StreamProbe(long demand) {
    this.demand = demand;
  }

  /** Follows with this much demand; the publisher is made for the probe's executor. */
  public static StreamProbe of(
      long demand, Function<ExecutorService, Flow.Publisher<StreamItem>> publisher) {
    StreamProbe probe = new StreamProbe(demand);
    publisher.apply(probe.executor).subscribe(probe);
    return probe;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (demand > 0) {
      given.request(demand);
    }
  }

  @Override
  public void onNext(StreamItem item) {
    items.add(item);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }

  public void request(long more) {
    executor.execute(
        () -> {
          if (subscription != null) {
            subscription.request(more);
          }
        });
  }

  /** All that was told so far. */
  public List<StreamItem> items() {
    return List.copyOf(items);
  }

  /** The notes of the events so far. */
  public List<String> notes() {
    return items.stream()
        .filter(Happened.class::isInstance)
        .map(item -> String.valueOf(((Happened) item).event().data().get("note")))
        .filter(note -> !note.equals("null"))
        .toList();
  }

  /** Completes with the stream, or fails with it. */
  public CompletionStage<Void> end() {
    return end;
  }

  /** Waits until the items satisfy the condition. */
  public StreamProbe awaitItems(Predicate<List<StreamItem>> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.test(items)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain; was told " + items);
      }
      LockSupport.parkNanos(1_000_000);
    }
    return this;
  }

  public StreamProbe awaitNote(String note) {
    return awaitItems(all -> notes().contains(note));
  }

  public StreamProbe awaitConnected() {
    return awaitItems(all -> !all.isEmpty());
  }

  @Override
  public void close() {
    executor.execute(
        () -> {
          if (subscription != null) {
            subscription.cancel();
          }
        });
    executor.shutdown();
  }
}
