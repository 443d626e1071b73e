package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.shared.testkit.Stages;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reader who follows a run on a thread of his own and remembers what he was told. */
public final class RunStreamProbe implements Flow.Subscriber<StreamEntry>, AutoCloseable {

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final List<StreamEntry> entries = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final long demand;
  private Flow.@Nullable Subscription subscription;

  private RunStreamProbe(long demand) {
    this.demand = demand;
  }

  /** Follows with this much demand; the publisher is made for the probe's executor. */
  public static RunStreamProbe of(
      long demand, Function<ExecutorService, Flow.Publisher<StreamEntry>> publisher) {
    RunStreamProbe probe = new RunStreamProbe(demand);
    publisher.apply(probe.executor).subscribe(probe);
    return probe;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(demand);
  }

  @Override
  public void onNext(StreamEntry entry) {
    entries.add(entry);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }

  /** Asks for more. */
  public void request(long more) {
    executor.execute(
        () -> {
          if (subscription != null) {
            subscription.request(more);
          }
        });
  }

  /** All that was told so far. */
  public List<StreamEntry> entries() {
    return List.copyOf(entries);
  }

  /** Waits until so much was told. */
  public RunStreamProbe awaitEntries(int count) {
    long deadline = System.nanoTime() + Stages.PATIENCE.toNanos();
    while (entries.size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain; was told " + entries);
      }
      LockSupport.parkNanos(1_000_000);
    }
    return this;
  }

  /** Completes with the stream, or fails with it. */
  public CompletionStage<Void> end() {
    return end;
  }

  @Override
  public void close() {
    executor.execute(
        () -> {
          if (subscription != null) {
            subscription.cancel();
          }
          executor.shutdown();
        });
  }
}
