package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RunApiTest {

  private static final String STALL = "/say Wait a moment\n/stall";

  private static User ada;
  private static User stranger;

  private Talk talk;

  @BeforeEach
  void begin() {
    if (ada == null) {
      ada = User.registered("Ada");
      stranger = User.registered("Sam");
    }
    talk = Talk.of(ada);
  }

  @Test
  void hasAModelThatIsAlwaysThere() {
    ada.get("/api/v1/models")
        .statusCode(200)
        .body("items[0].name", equalTo("rehearsal"))
        .body("items[0].capabilities", hasItem("streaming"));
    String id = ada.get("/api/v1/models").extract().path("items[0].id");
    ada.get("/api/v1/models/" + id).statusCode(200).body("enabled", equalTo(true));
    ada.get("/api/v1/models/" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void answersInTheConversation() {
    String run = talk.run("/say Bread needs time.");

    JsonPath ended = talk.awaitStatus(run, "completed");

    List<Map<String, Object>> messages = talk.messages();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1))
        .containsEntry("content", "Bread needs time.")
        .containsEntry("role", "assistant")
        .containsEntry("sender", "agent")
        .containsEntry("run_id", run)
        .containsEntry("parent_id", messages.get(0).get("id"))
        .containsEntry("id", ended.getString("result_message_id"));
    assertThat(ended.getLong("usage.completion_tokens")).isEqualTo(3);
    assertThat(ended.getInt("attempt")).isEqualTo(1);
  }

  @Test
  void streamsWhatItSaysToWhoeverComesWheneverHeComes() throws Exception {
    String run = talk.run("/drip 20ms\n/words 40");

    try (SseClient early = talk.stream(run)) {
      early.awaitEvent("run.completed");
      SseClient late = talk.stream(run);
      late.awaitEvent("run.completed");

      String said = (String) talk.messages().get(1).get("content");
      assertThat(Talk.text(early.frames())).isEqualTo(said);
      assertThat(late.frames()).isEqualTo(early.frames());
      assertThat(early.frames().getFirst().event()).isEqualTo("run.started");
      assertThat(early.frames().size()).isBetween(6, 43);
    }
  }

  @Test
  void resumesAfterWhateverWasReceived() throws Exception {
    String run = talk.run("/drip 10ms\n/words 60");
    List<SseClient.Frame> whole;
    try (SseClient stream = talk.stream(run)) {
      stream.awaitEvent("run.completed");
      whole = stream.frames();
    }

    for (int i = 0; i < whole.size(); i++) {
      try (SseClient resumed = talk.stream(run, "Last-Event-ID", whole.get(i).id())) {
        org.awaitility.Awaitility.await().until(resumed::hasEnded);
        assertThat(resumed.frames()).isEqualTo(whole.subList(i + 1, whole.size()));
      }
    }
  }

  @Test
  void startsAndStreamsInOneRequest() {
    String key = UUID.randomUUID().toString();

    String stream = streamed(key, "/say One two.").statusCode(200).extract().asString();
    String again = streamed(key, "/say One two.").statusCode(200).extract().asString();

    assertThat(stream).startsWith(": ").contains("event: run.started", "event: run.completed");
    assertThat(again).isEqualTo(stream);
    assertThat(talk.messages())
        .extracting(it -> it.get("content"))
        .containsExactly("/say One two.", "One two.");
    streamed(key, "Another").statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    streamed("other", " ").statusCode(422).body("errors[0].pointer", equalTo("/input"));
  }

  private ValidatableResponse streamed(String key, String input) {
    return ada.request()
        .accept("text/event-stream")
        .header("Idempotency-Key", key)
        .body(Map.of("input", input))
        .post("/api/v1/conversations/" + talk.id() + "/runs")
        .then();
  }

  @Test
  void readsWhatItSaidInPages() {
    String run = talk.run("/say one two three");
    talk.awaitStatus(run, "completed");

    JsonPath first =
        ada.get("/api/v1/runs/" + run + "/events?limit=2")
            .statusCode(200)
            .body("items", hasSize(2))
            .body("items[0].type", equalTo("run.started"))
            .body("items[0].id", equalTo("1.1"))
            .extract()
            .jsonPath();
    ada.get("/api/v1/runs/" + run + "/events?after=" + first.getString("last"))
        .statusCode(200)
        .body("items.type", hasItem("run.completed"))
        .body("items.id[0]", equalTo("1.3"));
    ada.get("/api/v1/runs/" + run + "/events?after=x").statusCode(400);
  }

  @Test
  void endsWithinASecondWhenItIsCalledOff() {
    String run = talk.run(STALL);
    org.awaitility.Awaitility.await()
        .until(
            () ->
                ada.get("/api/v1/runs/" + run + "/events").extract().path("items.type").toString(),
            types -> types.contains("run.delta"));

    long before = System.nanoTime();
    ada.post("/api/v1/runs/" + run + "/cancel")
        .statusCode(202)
        .body("cancel_requested_at", notNullValue());
    talk.awaitStatus(run, "cancelled");

    assertThat(System.nanoTime() - before).isLessThan(1_500_000_000L);
    assertThat(talk.messages().get(1))
        .containsEntry("content", "Wait a moment")
        .containsEntry("metadata", Map.of("partial", true));
    ada.post("/api/v1/runs/" + run + "/cancel")
        .statusCode(202)
        .body("status", equalTo("cancelled"));
  }

  @Test
  void speaksOneAtATime() {
    String first = talk.run(STALL);

    talk.ask("Another").statusCode(409).body("code", equalTo("RUN_IN_PROGRESS"));
    String second = talk.run("/say second", "on_conflict", "queue");
    talk.awaitStatus(first, "running");
    assertThat(talk.state(second).getString("status")).isEqualTo("queued");
    String third = talk.run("/say third", "on_conflict", "interrupt");

    talk.awaitStatus(third, "completed");
    assertThat(talk.state(first).getString("status")).isEqualTo("cancelled");
    assertThat(talk.state(second).getString("status")).isEqualTo("cancelled");
  }

  @Test
  void callsOffWhatWaitsAndTellsItsReaders() throws Exception {
    String first = talk.run(STALL);
    String second = talk.run("/say second", "on_conflict", "queue");

    try (SseClient stream = talk.stream(second)) {
      ada.post("/api/v1/runs/" + second + "/cancel").statusCode(202);

      stream.awaitEvent("run.cancelled");
      org.awaitility.Awaitility.await().until(stream::hasEnded);
    }
    ada.post("/api/v1/runs/" + first + "/cancel").statusCode(202);
    talk.awaitStatus(first, "cancelled");
  }

  @Test
  void saysWhyItFailed() {
    String run = talk.run("/say Let me see\n/fail refused");

    JsonPath failed = talk.awaitStatus(run, "failed");

    assertThat(failed.getString("error.code")).isEqualTo("MODEL_REFUSED");
    assertThat(failed.getString("error.detail")).isNotBlank();
    assertThat(talk.messages().get(1)).containsEntry("metadata", Map.of("partial", true));
  }

  @Test
  void putsANewAnswerInThePlaceOfTheOld() {
    String run = talk.run("/say Once more");
    talk.awaitStatus(run, "completed");

    String again =
        ada.post("/api/v1/runs/" + run + "/retry")
            .statusCode(202)
            .body("retry_of", equalTo(run))
            .extract()
            .path("id");
    talk.awaitStatus(again, "completed");

    List<Map<String, Object>> messages = talk.messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(1)).containsEntry("superseded_by", messages.get(2).get("id"));
  }

  @Test
  void asksNoQuestionAgainThatWasDeletedMeanwhile() {
    String run = talk.run("/say Never mind");
    talk.awaitStatus(run, "completed");
    ada.delete(
            "/api/v1/conversations/" + talk.id() + "/messages/" + talk.messages().get(0).get("id"))
        .statusCode(204);

    ada.post("/api/v1/runs/" + run + "/retry")
        .statusCode(409)
        .body("code", equalTo("QUESTION_DELETED"));

    ada.get("/api/v1/runs/" + run).statusCode(200).body("status", equalTo("completed"));
    ada.get("/api/v1/conversations/" + talk.id() + "/runs").body("items", hasSize(1));
  }

  @Test
  void asksNothingAgainInAConversationThatWasDeletedMeanwhile() {
    String run = talk.run("/say Never mind");
    talk.awaitStatus(run, "completed");
    ada.delete("/api/v1/conversations/" + talk.id()).statusCode(204);

    ada.post("/api/v1/runs/" + run + "/retry").statusCode(404).body("code", equalTo("NOT_FOUND"));

    ada.post("/api/v1/conversations/" + talk.id() + "/restore").statusCode(200);
    ada.get("/api/v1/conversations/" + talk.id() + "/runs").body("items", hasSize(1));
    ada.post("/api/v1/runs/" + run + "/retry").statusCode(202);
  }

  @Test
  void refusesWhatCannotBe() {
    ada.post("/api/v1/conversations/" + talk.id() + "/runs", Map.of())
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/input"));
    talk.ask("Hello", "model", "no such")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/model"));
    talk.ask("Hello", "max_tokens", 10_000_000).statusCode(422);
    talk.ask("Hello", "temperature", 3).statusCode(422);
    talk.ask("Hello", "spoons", List.of()).statusCode(422);
    String run = talk.run(STALL);
    ada.post("/api/v1/runs/" + run + "/retry")
        .statusCode(409)
        .body("code", equalTo("RUN_NOT_FINISHED"));
    ada.post("/api/v1/runs/" + run + "/cancel").statusCode(202);
  }

  @Test
  void keepsStrangersOut() throws Exception {
    String run = talk.run("/say secret");
    talk.awaitStatus(run, "completed");

    for (String route : List.of("", "/events")) {
      stranger.get("/api/v1/runs/" + run + route).statusCode(403);
    }
    stranger.post("/api/v1/runs/" + run + "/cancel").statusCode(403);
    stranger.post("/api/v1/runs/" + run + "/retry").statusCode(403);
    stranger
        .post("/api/v1/conversations/" + talk.id() + "/runs", Map.of("input", "x"))
        .statusCode(403);
    stranger.get("/api/v1/conversations/" + talk.id() + "/runs").statusCode(403);
    stranger.get("/api/v1/runs").statusCode(200).body("items", hasSize(0));
    try (SseClient stream = new Talk(stranger, talk.id()).stream(run)) {
      assertThat(stream.status()).isEqualTo(403);
    }
    ada.get("/api/v1/runs/" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void listsRunsTheNewestFirst() {
    String first = talk.run("/say one");
    talk.awaitStatus(first, "completed");
    String second = talk.run("/say two");
    talk.awaitStatus(second, "completed");

    ada.get("/api/v1/conversations/" + talk.id() + "/runs")
        .statusCode(200)
        .body("items.id", equalTo(List.of(second, first)));
    String cursor =
        ada.get("/api/v1/runs?status=completed&limit=1")
            .statusCode(200)
            .body("items.id", equalTo(List.of(second)))
            .extract()
            .path("next_cursor");
    ada.get("/api/v1/runs?status=completed&limit=1&cursor=" + cursor)
        .statusCode(200)
        .body("items.id", equalTo(List.of(first)));
  }
}
