package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.bootstrap.testing.SseClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SIGTERM} under load ends the server in order. */
final class TerminatedServerIT {

  private static final int UNAVAILABLE = 503;
  private static final int ENDED_BY_SIGTERM = 143;
  private static final int WRITERS = 4;
  private static final int ENOUGH = 100;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void turnsReadinessOffEndsStreamsWithAHintFinishesWhatIsUnderWayAndLosesNothing()
      throws Exception {
    Set<String> confirmed = ConcurrentHashMap.newKeySet();
    Visitor ada;
    Visitor grace;
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      ada = Visitor.at(colloquy.address());
      grace = Visitor.at(colloquy.address());
      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);
          SseClient stream = ada.listen();
          HeldConversation held = HeldConversation.of(ada, folder)) {
        stream.awaitEvent("connect");
        Future<HttpResponse<String>> underWay = writers.submit(() -> ada.post("last words"));
        held.awaitSomebodyWaiting();
        for (int writer = 0; writer < WRITERS; writer++) {
          String name = "writer " + writer;
          writers.execute(() -> postUntilRefused(grace, name, confirmed));
        }
        await().until(() -> confirmed.size() >= ENOUGH);

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
      assertThat(colloquy.lines()).noneMatch(TerminatedServerIT::complains);
      assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    try (RunningColloquy again = RunningColloquy.on(folder)) {
      assertThat(contents(ada.movedTo(again.address()))).containsExactly("last words");
      assertThat(contents(grace.movedTo(again.address())))
          .containsAll(confirmed)
          .doesNotHaveDuplicates();
    }
  }

  /** Whoever sends on until the connection is closed does not know of his last message. */
  private static void postUntilRefused(Visitor visitor, String writer, Set<String> confirmed) {
    for (int i = 0; visitor.isPosted(writer + " " + i); i++) {
      confirmed.add(writer + " " + i);
    }
  }

  /** Of anything but a machine that is too busy for a cold start. */
  private static boolean complains(String line) {
    return line.matches(".*\\b(WARN|ERROR)\\b.*") && !line.contains("BlockedThreadChecker");
  }

  private static Iterable<String> contents(Visitor visitor) throws IOException {
    return visitor.kept().stream().map(it -> it.getString("content")).toList();
  }
}
