package dev.colloquy.usage;

import static io.restassured.RestAssured.given;

import dev.colloquy.bootstrap.testing.User;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Somebody who asks models, in a conversation of his or directly. */
record Conversing(User user, String workspace, String id) {

  static Conversing of(User user) {
    return in(user, user.workspace());
  }

  static Conversing in(User user, String workspace) {
    String id =
        user.post("/api/v1/conversations", Map.of("workspace_id", workspace, "topic", "Rehearsing"))
            .statusCode(201)
            .extract()
            .path("id");
    return new Conversing(user, workspace, id);
  }

  ValidatableResponse ask(String input, int maxTokens) {
    return user.post(
        "/api/v1/conversations/" + id + "/runs", Map.of("input", input, "max_tokens", maxTokens));
  }

  /** The id of a run that was taken on. */
  String run(String input, int maxTokens) {
    return ask(input, maxTokens).statusCode(202).extract().path("id");
  }

  /** A run that has ended in this state. */
  String ended(String input, String status) {
    String run = run(input, 100);
    awaitStatus(run, status);
    return run;
  }

  void awaitStatus(String run, String status) {
    Awaitility.await("the run to be " + status)
        .until(
            () -> user.get("/api/v1/runs/" + run).extract().path("status").toString(),
            status::equals);
  }

  void cancel(String run) {
    user.post("/api/v1/runs/" + run + "/cancel").statusCode(202);
  }

  List<Map<String, Object>> messages() {
    return user.get("/api/v1/conversations/" + id + "/messages")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  /** A chat that nobody keeps. */
  static ValidatableResponse chat(User user, String input) {
    String key =
        user.post("/api/v1/users/me/api-keys", Map.of("name", "client", "scopes", List.of("run")))
            .statusCode(201)
            .extract()
            .path("key");
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "model",
                "rehearsal",
                "max_tokens",
                100,
                "messages",
                List.of(Map.of("role", "user", "content", input))))
        .when()
        .post("/v1/chat/completions")
        .then();
  }
}
