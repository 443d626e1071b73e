package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.event.SseClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SIGTERM} ends the server in order: nobody who was promised an answer goes without. */
final class TerminatedServerIT {

  private static final int UNAVAILABLE = 503;
  private static final int ENDED_BY_SIGTERM = 143;
  private static final int WRITERS = 8;
  private static final int ENOUGH = 200;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void turnsReadinessOffEndsStreamsWithAHintAndFinishesWhatIsUnderWay() throws Exception {
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      Visitor ada = Visitor.at(colloquy.address());
      try (SseClient stream = ada.listen();
          HeldConversation held = HeldConversation.of(ada, folder);
          ExecutorService writer = Executors.newSingleThreadExecutor()) {
        stream.awaitEvent("connect");
        Future<HttpResponse<String>> underWay = writer.submit(() -> ada.post("last words"));
        held.awaitSomebodyWaiting();

        colloquy.terminate();

        await().until(() -> ada.get("/q/health/ready").statusCode() == UNAVAILABLE);
        await().until(stream::hasEnded);
        assertThat(stream.frames().getLast().retry()).isNotEmpty();
        assertThat(underWay).isNotDone();
        held.letGo();
        assertThat(underWay.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode())
            .isEqualTo(Visitor.CREATED);
      }

      assertThat(colloquy.end()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(colloquy.lines()).noneMatch(line -> line.matches(".*\\b(WARN|ERROR)\\b.*"));
      assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void losesNothingThatItConfirmedUnderLoad() throws Exception {
    Outcomes outcomes = new Outcomes();
    Visitor ada;
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      ada = Visitor.at(colloquy.address());
      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
        IntStream.range(0, WRITERS)
            .forEach(writer -> writers.execute(() -> outcomes.postUntilRefused(ada, writer)));
        await().until(() -> outcomes.confirmed.size() >= ENOUGH);

        colloquy.terminate();
      }

      assertThat(colloquy.end()).isEqualTo(ENDED_BY_SIGTERM);
    }

    assertThat(outcomes.statuses).isSubsetOf(Visitor.CREATED, UNAVAILABLE);
    try (RunningColloquy again = RunningColloquy.on(folder)) {
      List<JsonObject> kept = ada.movedTo(again.address()).kept();
      assertThat(kept.stream().map(it -> it.getString("content")))
          .containsAll(outcomes.confirmed)
          .doesNotHaveDuplicates();
    }
  }

  /** What became of all that was posted. */
  private static final class Outcomes {

    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    void postUntilRefused(Visitor ada, int writer) {
      for (int i = 0; ; i++) {
        String content = "message %d of %d".formatted(i, writer);
        try {
          int status = ada.post(content).statusCode();
          statuses.add(status);
          if (status != Visitor.CREATED) {
            return;
          }
          confirmed.add(content);
        } catch (ConnectException gone) {
          return;
        } catch (IOException cut) {
          failures.add(cut.toString());
          return;
        }
      }
    }
  }
}
