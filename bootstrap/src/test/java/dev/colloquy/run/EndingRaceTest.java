package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The next question comes while the last answer ends: neither is in the other's way. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EndingRaceTest {

  private static final int TALKS = 8;
  private static final int QUESTIONS = 40;

  @Test
  void asksForMoreWhileAnAnswerEnds() throws Exception {
    User ada = User.registered("Ada");
    List<Talk> talks = IntStream.range(0, TALKS).mapToObj(i -> Talk.of(ada)).toList();

    List<ExtractableResponse<Response>> answers = new ArrayList<>();
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<ExtractableResponse<Response>>>> asked =
          talks.stream().map(talk -> askers.submit(() -> asked(talk))).toList();
      for (Future<List<ExtractableResponse<Response>>> each : asked) {
        answers.addAll(each.get());
      }
    }

    assertThat(answers)
        .allSatisfy(it -> assertThat(it.asString()).containsAnyOf("queued", "RUN_QUEUE_FULL"));
    List<Integer> attempts =
        ada.get("/api/v1/runs?limit=200").extract().jsonPath().getList("items.attempt");
    assertThat(attempts).isNotEmpty().allSatisfy(it -> assertThat(it).isLessThanOrEqualTo(1));
  }

  private static List<ExtractableResponse<Response>> asked(Talk talk) {
    return IntStream.range(0, QUESTIONS)
        .mapToObj(i -> talk.ask("/words 2", "on_conflict", "queue").extract())
        .toList();
  }
}
