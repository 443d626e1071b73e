package dev.colloquy.shared.adapter.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.port.out.Timers.Cancellable;
import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VertxTimersTest {

  private static final Duration SOON = Duration.ofMillis(1);

  private final Vertx vertx = Vertx.vertx();
  private final VertxTimers timers = new VertxTimers(vertx);

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void runsATaskOnceOnAnEventLoop() {
    CompletableFuture<Boolean> onLoop = new CompletableFuture<>();

    timers.after(SOON, () -> onLoop.complete(Context.isOnEventLoopThread()));

    assertThat(onLoop).succeedsWithin(Stages.PATIENCE).isEqualTo(true);
  }

  @Test
  void runsATaskWithoutDelayAfterWhatIsUnderWay() {
    List<String> order = new CopyOnWriteArrayList<>();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Vertx one = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    VertxTimers alone = new VertxTimers(one);

    alone.after(
        Duration.ZERO,
        () -> {
          alone.after(Duration.ZERO, () -> order.add("cancelled")).cancel();
          alone.after(Duration.ZERO, () -> order.add("next"));
          alone.after(Duration.ZERO, () -> done.complete(Context.isOnEventLoopThread()));
          order.add("first");
        });

    assertThat(done).succeedsWithin(Stages.PATIENCE).isEqualTo(true);
    assertThat(order).containsExactly("first", "next");
    one.close();
  }

  @Test
  void runsATaskAgainAndAgainEvenWhereItThrows() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);

    Cancellable failing =
        timers.every(
            SOON,
            () -> {
              runs.countDown();
              throw new IllegalStateException("a failing task, on purpose");
            });
    boolean ranAgain = runs.await(Stages.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    failing.cancel();

    assertThat(ranAgain).isTrue();
  }

  @Test
  void runsNothingAfterItWasCancelled() {
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<Integer> later = new CompletableFuture<>();

    // long enough for a busy machine to cancel in time
    Cancellable once = timers.after(Duration.ofSeconds(1), runs::incrementAndGet);
    Cancellable again = timers.every(Duration.ofSeconds(1), runs::incrementAndGet);
    once.cancel();
    again.cancel();
    again.cancel();
    timers.after(Duration.ofMillis(1500), () -> later.complete(runs.get()));

    assertThat(later).succeedsWithin(Stages.PATIENCE).isEqualTo(0);
  }
}
