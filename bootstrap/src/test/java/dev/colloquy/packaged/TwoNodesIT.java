package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.SseClient.Frame;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one external database, started at the same moment on its empty schema. */
final class TwoNodesIT {

  private static final int MESSAGES = 200;
  private static final int WRITERS_A_NODE = 4;
  private static final int ASKED = 50;
  private static final int ALLOWED = 20;

  @TempDir static Path folder;

  private static SharedDatabase database;
  private static RunningColloquy one;
  private static RunningColloquy another;

  @BeforeAll
  static void startBoth() throws IOException {
    database = SharedDatabase.in(folder);
    one = database.node("one");
    another = database.node("another");
    one.address();
    another.address();
  }

  @AfterAll
  static void stopBoth() {
    Stream.<AutoCloseable>of(one, another, database).forEach(TwoNodesIT::close);
  }

  @Test
  void streamsOnOneWhatIsPostedOnBothInTheOrderOfTheConversation() throws Exception {
    Visitor here = Visitor.at(one.address());
    Visitor there = here.movedTo(another.address());
    try (SseClient stream = there.listen()) {
      stream.awaitEvent("connect");

      postAtOnce(here, there);

      await().until(() -> sequence(stream).size() >= MESSAGES);
      assertThat(sequence(stream))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, MESSAGES).boxed().toList());
    }
  }

  @Test
  void letsNobodyTakeMoreThanHisQuotaOnBothTogether() throws Exception {
    Visitor ada = Visitor.at(one.address());
    Visitor.administrator(another.address()).limit(ada.userId(), ALLOWED);
    Visitor there = ada.movedTo(another.address());

    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ASKED)) {
      List<Future<Integer>> asked =
          IntStream.range(0, ASKED)
              .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? ada : there).chat()))
              .toList();
      for (Future<Integer> each : asked) {
        answers.add(each.get());
      }
    }

    assertThat(answers).containsOnly(200, 429);
    assertThat(answers).filteredOn(it -> it == 200).hasSize(ALLOWED);
    await().until(() -> ada.usage().getInteger("requests") == ALLOWED);
  }

  @Test
  void resumesOnOneWhatWasCutOnTheOtherWithoutLoss() throws Exception {
    Visitor here = Visitor.at(one.address());
    Visitor there = here.movedTo(another.address());
    List<Integer> seen;
    String last;
    try (SseClient stream = here.listen()) {
      stream.awaitEvent("connect");
      postAtOnce(here, there);
      await().until(() -> sequence(stream).size() >= MESSAGES / 2);
      List<Frame> frames = created(stream).subList(0, MESSAGES / 2);
      seen = frames.stream().map(TwoNodesIT::seq).toList();
      last = frames.getLast().id();
    }

    try (SseClient resumed = there.listenAfter(last)) {
      await().until(() -> sequence(resumed).size() >= MESSAGES - seen.size());

      assertThat(Stream.concat(seen.stream(), sequence(resumed).stream()))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, MESSAGES).boxed().toList());
    }
  }

  private static void postAtOnce(Visitor here, Visitor there) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(2 * WRITERS_A_NODE)) {
      List<Future<Boolean>> posted =
          IntStream.range(0, MESSAGES)
              .mapToObj(
                  i -> writers.submit(() -> (i % 2 == 0 ? here : there).isPosted("message " + i)))
              .toList();
      for (Future<Boolean> message : posted) {
        assertThat(message.get()).isTrue();
      }
    }
  }

  private static List<Frame> created(SseClient stream) {
    return stream.frames().stream().filter(it -> it.event().equals("message.created")).toList();
  }

  private static List<Integer> sequence(SseClient stream) {
    return created(stream).stream().map(TwoNodesIT::seq).toList();
  }

  private static int seq(Frame frame) {
    return new JsonObject(frame.data()).getJsonObject("data").getInteger("seq");
  }

  private static void close(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
