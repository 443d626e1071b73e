package dev.colloquy.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message and the run that answers it, in one request: both or neither. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RunMessageApiTest {

  private static User ada;

  private Talk talk;

  @BeforeEach
  void begin() {
    if (ada == null) {
      ada = User.registered("Ada");
    }
    talk = Talk.of(ada);
  }

  private String path() {
    return "/api/v1/conversations/" + talk.id() + "/messages?run=true";
  }

  private ValidatableResponse posted(RequestSpecification request, Map<String, ?> body) {
    return request.body(body).post(path()).then();
  }

  private ValidatableResponse posted(Map<String, ?> body) {
    return posted(ada.request(), body);
  }

  private String keyOf(User user, String... scopes) {
    return user.post(
            "/api/v1/users/me/api-keys", Map.of("name", "client", "scopes", List.of(scopes)))
        .statusCode(201)
        .extract()
        .path("key");
  }

  @Test
  void postsAMessageAndHasItAnswered() {
    String earlier =
        ada.post("/api/v1/conversations/" + talk.id() + "/messages", Map.of("content", "Hello."))
            .statusCode(201)
            .extract()
            .path("id");

    JsonPath run =
        posted(
                Map.of(
                    "content", "/say Yes.",
                    "role", "user",
                    "parent_id", earlier,
                    "metadata", Map.of("mood", "curious"),
                    "model", "rehearsal",
                    "importance", "high"))
            .statusCode(202)
            .header("Location", startsWith("/api/v1/runs/"))
            .body("status", equalTo("queued"))
            .body("importance", equalTo("high"))
            .extract()
            .jsonPath();
    talk.awaitStatus(run.getString("id"), "completed");

    List<Map<String, Object>> messages = talk.messages();
    assertThat(messages)
        .extracting(it -> it.get("content"))
        .containsExactly("Hello.", "/say Yes.", "Yes.");
    assertThat(messages.get(1))
        .containsEntry("id", run.getString("question_id"))
        .containsEntry("parent_id", earlier)
        .containsEntry("metadata", Map.of("mood", "curious"));
  }

  @Test
  void streamsTheAnswer() {
    String key = UUID.randomUUID().toString();

    String stream = streamed(key).statusCode(200).extract().asString();
    String again = streamed(key).statusCode(200).extract().asString();

    assertThat(stream).contains("event: run.started", "event: run.completed");
    assertThat(said(stream)).isEqualTo("One two.");
    assertThat(again).isEqualTo(stream);
    assertThat(talk.messages()).hasSize(2);
  }

  /** In one delta or in several, as its words came. */
  private static String said(String stream) {
    return Pattern.compile("\"content\":\"([^\"]*)\"")
        .matcher(stream)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.joining());
  }

  private ValidatableResponse streamed(String key) {
    return posted(
        ada.request().accept("text/event-stream").header("Idempotency-Key", key),
        Map.of("content", "/say One two."));
  }

  @Test
  void happensOnceForItsKey() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("content", "/say Yes.");
    String first =
        posted(ada.request().header("Idempotency-Key", key), body)
            .statusCode(202)
            .header("Idempotency-Replayed", org.hamcrest.Matchers.nullValue())
            .extract()
            .asString();

    posted(ada.request().header("Idempotency-Key", key), body)
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .header("Location", notNullValue())
        .body(equalTo(first));
    posted(ada.request().header("Idempotency-Key", key), Map.of("content", "Else"))
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    ada.request()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/conversations/" + talk.id() + "/messages")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

    talk.awaitStatus(JsonPath.from(first).getString("id"), "completed");
    assertThat(talk.messages()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "content,' ',/content",
    "input,Hm?,/input",
    "model,nobody,/model",
    "parent_id,01900000-0000-7000-8000-000000000000,/parent_id",
    "temperature,hot,/temperature",
    "colour,red,/colour"
  })
  void postsNothingWhereTheRunIsRefused(String field, String value, String pointer) {
    Map<String, String> body = new java.util.HashMap<>(Map.of("content", "/say Yes."));
    body.put(field, value);

    posted(body).statusCode(422).body("errors[0].pointer", equalTo(pointer));

    assertThat(talk.messages()).isEmpty();
  }

  @Test
  void postsNothingWhileARunSpeaks() {
    String speaking = talk.run("/say Wait a moment\n/stall");

    posted(Map.of("content", "/say Yes."))
        .statusCode(409)
        .body("code", equalTo("RUN_IN_PROGRESS"))
        .body("run_id", equalTo(speaking));
    posted(Map.of("content", "/say Yes.", "on_conflict", "queue")).statusCode(202);

    ada.post("/api/v1/runs/" + speaking + "/cancel");
    assertThat(talk.messages()).extracting(it -> it.get("content")).contains("/say Yes.");
  }

  @Test
  void isForPeopleWhoMayWriteAndRun() {
    Map<String, String> body = Map.of("content", "/say Yes.");
    posted(User.registered("Eve").request(), body).statusCode(403);
    given().contentType("application/json").body(body).post(path()).then().statusCode(401);
    for (String scope : List.of("read", "write", "run")) {
      posted(given().contentType("application/json").header("X-API-Key", keyOf(ada, scope)), body)
          .statusCode(403)
          .body("code", equalTo("ACCESS_DENIED"));
    }
    posted(Map.of("content", "I am a model.", "role", "assistant"))
        .statusCode(403)
        .body("detail", containsString("role user"));
    assertThat(talk.messages()).isEmpty();

    ada.post("/api/v1/conversations/" + talk.id() + "/archive").statusCode(200);
    posted(body).statusCode(409).body("code", equalTo("ARCHIVED"));
  }

  @Test
  void runsNothingUnlessThatIsWanted() {
    String messages = "/api/v1/conversations/" + talk.id() + "/messages";
    Map<String, String> body = Map.of("content", "/say Yes.");

    ada.post(messages + "?run=false", body).statusCode(201);
    ada.post(messages + "?run=", body).statusCode(201);
    ada.post(messages + "?run=perhaps", body)
        .statusCode(400)
        .body("code", equalTo("MALFORMED_REQUEST"));
    ada.post(messages, Map.of("content", "x", "model", "rehearsal"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/model"));

    ada.get("/api/v1/conversations/" + talk.id() + "/runs").body("items.size()", equalTo(0));
  }
}
