package dev.colloquy.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of OpenAI's protocol that are kept, and arrive twice. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OpenAiRepeatedTest {

  private static final String CHAT = "/v1/chat/completions";

  private User ada;
  private Talk talk;
  private String key;

  @BeforeEach
  void begin() {
    ada = User.registered("ada");
    talk = Talk.of(ada);
    key = keyOf(ada);
  }

  private static String keyOf(User user) {
    return user.post(
            "/api/v1/users/me/api-keys",
            Map.of("name", "client", "scopes", List.of("read", "write", "run")))
        .statusCode(201)
        .extract()
        .path("key");
  }

  private ValidatableResponse sent(
      String path, String header, String place, String once, Map<String, ?> body) {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer " + key)
        .header("Idempotency-Key", once)
        .header(header, place)
        .body(body)
        .post(path)
        .then();
  }

  private ValidatableResponse here(String once, Map<String, ?> body) {
    return sent(CHAT, "X-Conversation-Id", talk.id(), once, body);
  }

  private static Map<String, Object> chat(String question, boolean stream) {
    return Map.of(
        "model",
        "rehearsal",
        "stream",
        stream,
        "messages",
        List.of(Map.of("role", "user", "content", question)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesARepeatedRequestItsFirstAnswer(boolean stream) {
    Map<String, Object> body = chat("/words 20", stream);

    String first =
        here("one", body)
            .statusCode(200)
            .header("Idempotency-Replayed", nullValue())
            .extract()
            .asString();

    here("one", body)
        .statusCode(200)
        .header("Idempotency-Replayed", "true")
        .header("X-Conversation-Id", talk.id())
        .body(equalTo(first));
    assertThat(talk.messages()).hasSize(2);
    here("another", body).statusCode(200).header("Idempotency-Replayed", nullValue());
    assertThat(talk.messages()).hasSize(4);
  }

  @Test
  void answersARepeatedResponseAlike() {
    Map<String, Object> body = Map.of("model", "rehearsal", "input", "/say Yes.");

    String first =
        sent("/v1/responses", "X-Conversation-Id", talk.id(), "one", body)
            .statusCode(200)
            .extract()
            .asString();

    sent("/v1/responses", "X-Conversation-Id", talk.id(), "one", body).body(equalTo(first));
    assertThat(talk.messages()).hasSize(2);
  }

  @Test
  void opensOneConversationInAWorkspace() {
    String workspace = ada.workspace();
    Map<String, Object> body = chat("/say Yes.", false);

    String opened =
        sent(CHAT, "X-Workspace-Id", workspace, "one", body)
            .statusCode(200)
            .extract()
            .header("X-Conversation-Id");

    sent(CHAT, "X-Workspace-Id", workspace, "one", body)
        .statusCode(200)
        .header("X-Conversation-Id", opened);
    ada.get("/api/v1/workspaces/" + workspace + "/conversations")
        .body("items.id", equalTo(List.of(opened)));
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    Map<String, Object> body = chat("/say Yes.", false);
    here("one", body).statusCode(200);

    here("one", chat("/say No.", false))
        .statusCode(400)
        .body("error.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    sent(CHAT, "X-Conversation-Id", Talk.of(ada).id(), "one", body)
        .statusCode(400)
        .body("error.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    here("not visible", body)
        .statusCode(400)
        .body("error.message", containsString("Idempotency-Key"));
  }

  @Test
  void saysAgainThatAnAnswerFailed() {
    Map<String, Object> body = chat("/fail refused", false);
    int status = here("one", body).extract().statusCode();

    here("one", body).statusCode(status).body("error.code", equalTo("MODEL_FAILED"));

    ada.get("/api/v1/conversations/" + talk.id() + "/runs").body("items.size()", equalTo(1));
  }

  @Test
  void showsNothingToWhoeverMaySeeItNoLonger() {
    User bob = User.registered("bob");
    String workspace = ada.workspace();
    ada.invite(workspace, bob, "editor");
    String shared =
        ada.post(
                "/api/v1/conversations",
                Map.of(
                    "workspace_id",
                    workspace,
                    "topic",
                    "Shared",
                    "participant_ids",
                    List.of(bob.id())))
            .statusCode(201)
            .extract()
            .path("id");
    key = keyOf(bob);
    String once = UUID.randomUUID().toString();
    Map<String, Object> body = chat("/say A secret.", false);
    sent(CHAT, "X-Conversation-Id", shared, once, body).statusCode(200);

    ada.delete("/api/v1/conversations/" + shared + "/participants/" + bob.id()).statusCode(204);

    String refused =
        sent(CHAT, "X-Conversation-Id", shared, once, body).statusCode(403).extract().asString();
    assertThat(refused).doesNotContain("secret");
  }
}
