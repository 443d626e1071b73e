package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was confirmed survives {@code kill -9}, once; what was not is there once or not at all. */
final class KilledServerIT {

  private static final int MESSAGES = 1000;
  private static final int CONFIRMED_BEFORE_THE_KILL = 200;
  private static final int WRITERS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsEveryConfirmedMessageOnceWhenKilledAmongAThousand() throws Exception {
    Set<String> confirmed = ConcurrentHashMap.newKeySet();
    Visitor ada;
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      ada = Visitor.at(colloquy.address());

      postAndKill(colloquy, ada, confirmed);
    }

    try (RunningColloquy again = RunningColloquy.on(folder)) {
      List<JsonObject> kept = ada.movedTo(again.address()).kept();
      List<String> contents = kept.stream().map(it -> it.getString("content")).toList();
      assertThat(confirmed).hasSizeBetween(CONFIRMED_BEFORE_THE_KILL, MESSAGES - 1);
      assertThat(contents).containsAll(confirmed).doesNotHaveDuplicates();
      assertThat(kept.stream().map(it -> it.getInteger("seq")))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size()).boxed().toList());
    }
  }

  private static void postAndKill(RunningColloquy colloquy, Visitor ada, Set<String> confirmed)
      throws InterruptedException {
    CountDownLatch inTheMiddle = new CountDownLatch(CONFIRMED_BEFORE_THE_KILL);
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < MESSAGES; i++) {
        String content = "message " + i;
        writers.execute(
            () -> {
              if (ada.isPosted(content)) {
                confirmed.add(content);
                inTheMiddle.countDown();
              }
            });
      }
      assertThat(inTheMiddle.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      colloquy.kill();
    }
  }
}
