package dev.colloquy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL dies under the running server, which brings it back by itself. */
final class KilledDatabaseIT {

  private static final int UNAVAILABLE = 503;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_MOMENT = Duration.ofMillis(10);

  @TempDir Path folder;

  @Test
  void asksForPatienceAndHealsByItself() throws Exception {
    try (RunningColloquy colloquy = RunningColloquy.on(folder)) {
      Visitor ada = Visitor.at(colloquy.address());
      ada.post("before");
      List<HttpResponse<String>> refusals = new ArrayList<>();

      Embedded.in(folder).server().destroyForcibly();

      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(A_MOMENT)
          .until(() -> !isPosted(ada, "meanwhile", refusals));
      await().atMost(SOON).until(() -> isPosted(ada, "afterwards", refusals));
      assertThat(refusals)
          .allSatisfy(
              refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(UNAVAILABLE);
                assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
                assertThat(refusal.body()).contains("DATABASE_ERROR");
              });
      assertThat(ada.kept().stream().map(it -> it.getString("content")))
          .startsWith("before")
          .endsWith("afterwards");
      assertThat(colloquy.lines()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  private static boolean isPosted(Visitor ada, String content, List<HttpResponse<String>> refusals)
      throws IOException {
    HttpResponse<String> answer = ada.post(content);
    boolean posted = answer.statusCode() == Visitor.CREATED;
    if (!posted) {
      refusals.add(answer);
    }
    return posted;
  }
}
