package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.SseClient.Frame;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node that works on a run dies or freezes, while another one is there. */
final class LostNodeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough to lose its node in, both times. */
  private static final String QUESTION = "/drip 200ms\n/words 25";

  @TempDir static Path folder;

  private static SharedDatabase database;
  private static RunningColloquy survivor;

  @BeforeAll
  static void start() throws IOException {
    database = SharedDatabase.in(folder);
    survivor = database.node("survivor");
    survivor.address();
  }

  @AfterAll
  static void stop() {
    survivor.close();
    database.close();
  }

  @Test
  void aRunOfAKilledNodeEndsOnAnotherOnce() throws Exception {
    try (RunningColloquy lost = database.node("killed")) {
      Visitor ada = Visitor.at(lost.address());
      String run = begunAt(ada);
      Visitor there = ada.movedTo(survivor.address());
      try (SseClient stream = there.listenTo(run)) {
        stream.awaitEvent("run.delta");

        lost.kill();

        assertThat(toldToTheEnd(stream)).isEqualTo(answer(there));
      }
      assertThat(state(there, run)).isEqualTo("completed");
      assertAnsweredAndChargedOnce(there);
    }
  }

  @Test
  void aRunOfAFrozenNodeEndsOnAnotherAndTheFrozenOneAddsNothing() throws Exception {
    try (RunningColloquy frozen = database.node("frozen")) {
      Visitor ada = Visitor.at(frozen.address());
      String run = begunAt(ada);
      Visitor there = ada.movedTo(survivor.address());
      List<Frame> told;
      try (SseClient stream = there.listenTo(run)) {
        stream.awaitEvent("run.delta");

        frozen.freeze();
        assertThat(toldToTheEnd(stream)).isEqualTo(answer(there));
        told = stream.frames();
      } finally {
        frozen.thaw();
      }

      await().atMost(PATIENCE).until(() -> !isWorking(ada));
      assertThat(state(there, run)).isEqualTo("completed");
      assertAnsweredAndChargedOnce(there);
      try (SseClient again = ada.listenTo(run)) {
        again.awaitEvent("run.completed");
        assertThat(again.frames()).isEqualTo(told);
      }
    }
  }

  /** Starts a run that her node works on, for the other might have been the quicker. */
  private static String begunAt(Visitor ada) throws Exception {
    Visitor other = ada.movedTo(survivor.address());
    while (true) {
      String run = ada.ask(QUESTION);
      await().atMost(PATIENCE).until(() -> isWorking(ada) || isWorking(other));
      if (isWorking(ada)) {
        return run;
      }
      await().atMost(PATIENCE).until(() -> !isWorking(other));
    }
  }

  private static boolean isWorking(Visitor node) throws IOException {
    return node.get("/q/metrics").body().lines().anyMatch("colloquy_runs_working 1.0"::equals);
  }

  /** What the last attempt said; there have to be two, and one end. */
  private static String toldToTheEnd(SseClient stream) throws Exception {
    await().atMost(PATIENCE).until(() -> types(stream).contains("run.completed"));
    assertThat(types(stream)).containsOnlyOnce("run.restarted", "run.completed");
    StringBuilder said = new StringBuilder();
    for (Frame frame : stream.frames()) {
      JsonObject data = new JsonObject(frame.data());
      if (frame.event().equals("run.delta") && data.getInteger("attempt") == 2) {
        said.append(data.getString("content"));
      }
    }
    return said.toString();
  }

  private static List<String> types(SseClient stream) {
    return stream.frames().stream().map(Frame::event).toList();
  }

  private static String answer(Visitor visitor) throws IOException {
    return visitor.kept().getLast().getString("content");
  }

  /**
   * A question and an answer of each run, a request, and the tokens of the attempts that ended
   * them.
   */
  private static void assertAnsweredAndChargedOnce(Visitor visitor) throws IOException {
    List<JsonObject> took = visitor.runs().stream().map(run -> run.getJsonObject("usage")).toList();
    JsonObject charged = visitor.usage();
    assertThat(visitor.kept()).hasSize(2 * took.size());
    assertThat(charged.getInteger("requests")).isEqualTo(took.size());
    for (String tokens : List.of("prompt_tokens", "completion_tokens")) {
      assertThat(charged.getLong(tokens))
          .isEqualTo(took.stream().mapToLong(usage -> usage.getLong(tokens)).sum())
          .isPositive();
    }
  }

  private static String state(Visitor visitor, String run) throws IOException {
    return new JsonObject(visitor.get(run).body()).getString("status");
  }
}
