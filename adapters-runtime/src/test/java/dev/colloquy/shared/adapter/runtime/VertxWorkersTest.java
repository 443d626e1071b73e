package dev.colloquy.shared.adapter.runtime;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.domain.port.out.Workers;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import dev.colloquy.shared.testkit.WorkersContract;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class VertxWorkersTest implements WorkersContract {

  private final Vertx vertx = Vertx.vertx();
  private final VertxWorkers workers =
      new VertxWorkers(
          Map.of(
              Pool.HASHING,
              new VertxWorkers.Size(1, 1, true),
              Pool.GENERAL,
              new VertxWorkers.Size(1, 1, false)));

  @AfterEach
  void stop() {
    workers.close();
    vertx.close();
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void letsHashingGiveWayToAllElse() throws IOException {
    int here = niceness();

    assertThat(valueOf(workers.run(Pool.HASHING, VertxWorkersTest::niceness)))
        .isEqualTo(Math.min(19, here + 15));
    assertThat(valueOf(workers.run(Pool.GENERAL, VertxWorkersTest::niceness))).isEqualTo(here);
  }

  /** The 19th field of the thread's {@code stat}, whose second may hold blanks in brackets. */
  private static int niceness() throws IOException {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
  }

  @Test
  void worksElsewhereAndAnswersOnTheCallersContext() {
    CompletableFuture<Context> called = new CompletableFuture<>();
    CompletableFuture<Context> answered = new CompletableFuture<>();
    CompletableFuture<Thread> loop = new CompletableFuture<>();
    CompletableFuture<Thread> worked = new CompletableFuture<>();
    CompletableFuture<Thread> heard = new CompletableFuture<>();

    vertx
        .getOrCreateContext()
        .runOnContext(
            go -> {
              called.complete(vertx.getOrCreateContext());
              loop.complete(Thread.currentThread());
              workers
                  .run(Pool.GENERAL, () -> worked.complete(Thread.currentThread()))
                  .thenRun(
                      () -> {
                        heard.complete(Thread.currentThread());
                        answered.complete(vertx.getOrCreateContext());
                      });
            });

    assertThat(valueOf(worked)).isNotSameAs(valueOf(loop));
    assertThat(valueOf(heard)).isSameAs(valueOf(loop));
    assertThat(valueOf(answered)).isSameAs(valueOf(called));
  }

  @Test
  void refusesWorkWhenTheQueueIsFullAndTakesItAgainLater() {
    CountDownLatch gate = new CountDownLatch(1);
    CompletionStage<Boolean> running = workers.run(Pool.HASHING, () -> passed(gate));
    CompletionStage<Boolean> waiting = workers.run(Pool.HASHING, () -> passed(gate));

    CompletionStage<Boolean> refused = workers.run(Pool.HASHING, () -> true);
    CompletionStage<Boolean> inAnotherPool = workers.run(Pool.GENERAL, () -> true);

    assertFailureOf(refused).isInstanceOf(Unavailable.class);
    assertThat(valueOf(inAnotherPool)).isTrue();
    gate.countDown();
    assertThat(valueOf(running)).isTrue();
    assertThat(valueOf(waiting)).isTrue();
    assertThat(valueOf(workers.run(Pool.HASHING, () -> true))).isTrue();
  }

  @Test
  void refusesWorkAfterItWasClosed() {
    workers.close();

    assertFailureOf(workers.run(Pool.GENERAL, () -> true)).isInstanceOf(Unavailable.class);
  }

  @Test
  void wantsASizeForEveryPool() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new VertxWorkers(Map.of(Pool.GENERAL, new VertxWorkers.Size(1, 1, false))))
        .withMessageContaining("HASHING");
  }

  private static boolean passed(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return true;
  }
}
