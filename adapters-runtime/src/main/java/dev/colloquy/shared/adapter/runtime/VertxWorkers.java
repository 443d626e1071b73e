package dev.colloquy.shared.adapter.runtime;

import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.port.out.Workers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads beside Vert.x's own, whose worker pools queue without bound. Whoever calls from a Vert.x
 * context hears the answer there; anybody else on the worker's thread.
 */
public final class VertxWorkers implements Workers, AutoCloseable {

  private final Map<Pool, ExecutorService> pools = new EnumMap<>(Pool.class);

  /**
   * How much a pool takes on.
   *
   * @param threads how many pieces of work run side by side
   * @param queue how many more may wait; with a full queue, work is refused
   * @param givesWay whether it gets what time the rest of the machine leaves it
   */
  public record Size(int threads, int queue, boolean givesWay) {}

  /** Takes the size of every pool. */
  public VertxWorkers(Map<Pool, Size> sizes) {
    for (Pool pool : Pool.values()) {
      Size size = sizes.get(pool);
      if (size == null) {
        throw new IllegalArgumentException("the pool " + pool + " has no size");
      }
      pools.put(pool, threads(pool, size));
    }
  }

  @Override
  public <T> CompletionStage<T> run(Pool pool, Callable<T> work) {
    Context caller = Vertx.currentContext();
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threadsOf(pool).execute(() -> settle(caller, work, result));
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(new CommonException.Unavailable());
    }
    return result;
  }

  /** Lets running work end and refuses all other. */
  @Override
  public void close() {
    pools.values().forEach(ExecutorService::shutdownNow);
  }

  private ExecutorService threadsOf(Pool pool) {
    ExecutorService threads = pools.get(pool);
    if (threads == null) {
      throw new IllegalStateException("the pool " + pool + " was not made");
    }
    return threads;
  }

  private static <T> void settle(
      @Nullable Context caller, Callable<T> work, CompletableFuture<T> result) {
    try {
      T value = work.call();
      on(caller, () -> result.complete(value));
    } catch (Throwable failure) {
      on(caller, () -> result.completeExceptionally(failure));
    }
  }

  private static void on(@Nullable Context caller, Runnable end) {
    if (caller == null) {
      end.run();
    } else {
      caller.runOnContext(back -> end.run());
    }
  }

  private static ExecutorService threads(Pool pool, Size size) {
    return new ThreadPoolExecutor(
        size.threads(),
        size.threads(),
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(size.queue()),
        named(pool, size.givesWay()));
  }

  private static ThreadFactory named(Pool pool, boolean givesWay) {
    ThreadFactory named =
        Thread.ofPlatform().daemon().name(pool.name().toLowerCase(Locale.ROOT) + "-", 0).factory();
    return work ->
        named.newThread(
            () -> {
              if (givesWay) {
                Niceness.giveWay();
              }
              work.run();
            });
  }
}
