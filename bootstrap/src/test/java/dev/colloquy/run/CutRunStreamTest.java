package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.SseClient.Frame;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers of a run who lose their connection at random, while it speaks and afterwards. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class CutRunStreamTest {

  private static final int READERS = 20;
  private static final long SEED = 20_261_121;

  @Test
  void tellsEverybodyAllOfItOnceThroughFiftyCuts() throws Exception {
    tellsAllOfItThrough(50);
  }

  @Test
  @Tag("faults")
  void tellsEverybodyAllOfItOnceThroughAThousandCuts() throws Exception {
    tellsAllOfItThrough(1_000);
  }

  private static void tellsAllOfItThrough(int cuts) throws Exception {
    Talk talk = Talk.of(User.registered("Ada"));
    String run = talk.run("/drip 10ms\n/words 200");
    List<List<Frame>> told = new ArrayList<>();

    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Frame>>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        long seed = SEED + i;
        reading.add(readers.submit(() -> read(talk, run, cuts / READERS, seed)));
      }
      for (Future<List<Frame>> reader : reading) {
        told.add(reader.get());
      }
    }

    List<Frame> whole = whole(talk, run);
    assertThat(told).hasSize(READERS).allSatisfy(it -> assertThat(it).isEqualTo(whole));
    assertThat(Talk.text(whole)).isEqualTo(talk.messages().get(1).get("content"));
  }

  /** Reads all of it, through that many cuts, each after a few more frames. */
  private static List<Frame> read(Talk talk, String run, int cuts, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<Frame> all = new ArrayList<>();
    for (int i = 0; i < cuts; i++) {
      try (SseClient stream = resumed(talk, run, all)) {
        int wanted = random.nextInt(8);
        Awaitility.await().until(() -> stream.frames().size() >= wanted || stream.hasEnded());
        all.addAll(stream.frames());
      }
    }
    try (SseClient stream = resumed(talk, run, all)) {
      Awaitility.await().until(stream::hasEnded);
      all.addAll(stream.frames());
    }
    return all;
  }

  private static SseClient resumed(Talk talk, String run, List<Frame> seen) throws Exception {
    return seen.isEmpty()
        ? talk.stream(run)
        : talk.stream(run, "Last-Event-ID", seen.getLast().id());
  }

  private static List<Frame> whole(Talk talk, String run) throws Exception {
    try (SseClient stream = talk.stream(run)) {
      Awaitility.await().until(stream::hasEnded);
      return stream.frames();
    }
  }
}
