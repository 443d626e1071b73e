package dev.colloquy.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Very many ask at once for what is left; over HTTP, with nodes and all. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class QuotaRaceTest {

  private static final int AT_ONCE = 50;
  private static final String STALL = "/say Wait a moment\n/stall";

  private Limits limits;
  private User ada;
  private String workspace;

  @BeforeEach
  void register() {
    limits = Limits.ofRoot();
    ada = User.registered("Ada");
    workspace = ada.workspace();
  }

  private List<Conversing> talks(int count) {
    return IntStream.range(0, count).mapToObj(i -> Conversing.in(ada, workspace)).toList();
  }

  private static <T> List<T> atOnce(List<Conversing> talks, Function<Conversing, T> request) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      return talks.stream()
          .map(talk -> CompletableFuture.supplyAsync(() -> request.apply(talk), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static int status(Conversing talk, String input) {
    return talk.ask(input, 100).extract().statusCode();
  }

  private void callOffAll() {
    for (String status : List.of("queued", "running")) {
      List<String> runs =
          ada.get("/api/v1/runs?limit=200&status=" + status).extract().path("items.id");
      runs.forEach(run -> ada.post("/api/v1/runs/" + run + "/cancel").statusCode(202));
    }
  }

  private void awaitNothingReserved(String quota) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(Limits.standing(ada, quota).getInt("reserved")).isZero());
  }

  @Test
  void noTokenIsReservedThatIsNotThere() {
    String quota = limits.of(ada, "tokens", 1_000_000);
    Conversing first = Conversing.in(ada, workspace);
    first.run(STALL, 100);
    int each = Limits.standing(ada, quota).getInt("reserved");
    limits.allow(quota, 8 * each - 1);

    List<Integer> answers = atOnce(talks(AT_ONCE), talk -> status(talk, STALL));

    assertThat(answers).containsOnly(202, 429);
    assertThat(answers.stream().filter(it -> it == 202)).hasSize(6);
    assertThat(Limits.standing(ada, quota).getInt("reserved")).isEqualTo(7 * each);
    callOffAll();
    awaitNothingReserved(quota);
  }

  @Test
  void noRequestIsMadeThatIsNotAllowedHoweverFastOthersEnd() {
    String quota = limits.of(ada, "requests", 20);

    List<Integer> answers = atOnce(talks(AT_ONCE), talk -> status(talk, "/say Bread."));

    assertThat(answers.stream().filter(it -> it == 202)).hasSize(20);
    assertThat(answers.stream().filter(it -> it == 429)).hasSize(30);
    awaitNothingReserved(quota);
    assertThat(Limits.standing(ada, quota).getInt("used")).isEqualTo(20);
    assertThat(Limits.standing(ada, quota).getInt("left")).isZero();
    ada.get("/api/v1/users/me/usage").body("items[0].requests", equalTo(20));
  }

  @Test
  void noTokenIsUsedThatIsNotThere() {
    String quota = limits.of(ada, "tokens", 500);

    atOnce(talks(AT_ONCE), talk -> status(talk, "/words 40"));

    awaitNothingReserved(quota);
    assertThat(Limits.standing(ada, quota).getInt("used")).isPositive().isLessThanOrEqualTo(500);
    assertThat(
            ada.get("/api/v1/users/me/usage").extract().jsonPath().getInt("items[0].total_tokens"))
        .isEqualTo(Limits.standing(ada, quota).getInt("used"));
  }
}
