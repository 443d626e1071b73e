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
      assertThat(there.kept()).hasSize(2);
      assertChargedOnce(there, run);
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
      assertThat(there.kept()).hasSize(2);
      assertThat(state(there, run)).isEqualTo("completed");
      assertChargedOnce(there, run);
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

  /** One request, and no more tokens than the attempt took that ended the run. */
  private static void assertChargedOnce(Visitor visitor, String run) throws IOException {
    JsonObject took = new JsonObject(visitor.get(run).body()).getJsonObject("usage");
    assertThat(visitor.usage().getInteger("requests")).isEqualTo(1);
    assertThat(visitor.usage().getLong("prompt_tokens")).isEqualTo(took.getLong("prompt_tokens"));
    assertThat(visitor.usage().getLong("completion_tokens"))
        .isEqualTo(took.getLong("completion_tokens"))
        .isPositive();
  }

  private static String state(Visitor visitor, String run) throws IOException {
    return new JsonObject(visitor.get(run).body()).getString("status");
  }
}
