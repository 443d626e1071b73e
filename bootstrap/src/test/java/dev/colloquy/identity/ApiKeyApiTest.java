package dev.colloquy.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** S7: keys are limited, refusable and never shown again. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ApiKeyApiTest {

  private static final String KEYS = "/api/v1/users/me/api-keys";
  private static final String ME = "/api/v1/users/me";

  private static ValidatableResponse made(User user, Map<String, ?> body) {
    return user.post(KEYS, body).statusCode(201);
  }

  private static String key(User user, String... scopes) {
    return made(user, Map.of("name", "CI", "scopes", List.of(scopes))).extract().path("key");
  }

  private static ValidatableResponse get(String key, String path) {
    return given().header("X-API-Key", key).when().get(path).then();
  }

  @Test
  void makesAKeyThatActsForItsUser() {
    User ada = User.registered("Ada");

    String key =
        made(ada, Map.of("name", "CI", "scopes", List.of("write", "read")))
            .body("key", startsWith("clq_"))
            .body("scopes", contains("read", "write"))
            .body("workspace_id", nullValue())
            .extract()
            .path("key");

    get(key, ME).statusCode(200).body("id", equalTo(ada.id()));
    Logins.verify(key).statusCode(200).body("scopes", contains("read", "write"));
  }

  @Test
  void showsTheSecretOnce() {
    User ada = User.registered("Ada");
    String key = key(ada, "read");

    String list = ada.get(KEYS).statusCode(200).extract().asString();

    assertThat(list).contains(key.substring(0, 8)).doesNotContain(key);
  }

  @Test
  void leavesTheSecretOutOfAReplay() {
    User ada = User.registered("Ada");
    String attempt = UUID.randomUUID().toString();
    Map<String, Object> body = Map.of("name", "CI", "scopes", List.of("read"));

    String id = once(ada, attempt, body).statusCode(201).extract().path("id");

    once(ada, attempt, body)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id))
        .body("key", nullValue());
  }

  private static ValidatableResponse once(User user, String attempt, Map<String, ?> body) {
    return user.request().header("Idempotency-Key", attempt).body(body).when().post(KEYS).then();
  }

  @Test
  void keepsToItsScopes() {
    User ada = User.registered("Ada");
    String reader = key(ada, "read");
    String writer = key(ada, "write");

    given()
        .header("X-API-Key", reader)
        .contentType("application/json")
        .body(Map.of("name", "Eve"))
        .when()
        .patch(ME)
        .then()
        .statusCode(403);
    get(writer, ME).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
  }

  @Test
  void cannotMakeKeysNorEndSessions() {
    User ada = User.registered("Ada");
    String key = key(ada, "read", "write", "run", "admin");

    get(key, KEYS).statusCode(403);
    get(key, ME + "/sessions").statusCode(403);
    given()
        .header("X-API-Key", key)
        .contentType("application/json")
        .body(Map.of("name", "heir", "scopes", List.of("read")))
        .when()
        .post(KEYS)
        .then()
        .statusCode(403);
  }

  @Test
  void refusesAKeyOnceItIsTakenAway() {
    User ada = User.registered("Ada");
    String key = key(ada, "read");
    String id = ada.get(KEYS).extract().path("items[0].id");

    ada.delete(KEYS + "/" + id).statusCode(204);

    get(key, ME).statusCode(401);
    ada.delete(KEYS + "/" + id).statusCode(404);
  }

  @Test
  void refusesAMistypedKey() {
    User ada = User.registered("Ada");
    String key = key(ada, "read");
    String mistyped = key.substring(0, key.length() - 1) + (key.endsWith("x") ? "y" : "x");

    get(mistyped, ME).statusCode(401);
  }

  @Test
  void changesAKey() {
    User ada = User.registered("Ada");
    String id = made(ada, Map.of("name", "CI", "scopes", List.of("read"))).extract().path("id");

    ada.patch(KEYS + "/" + id, Map.of("name", "Build", "scopes", List.of("run")))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Build"))
        .body("scopes", contains("run"));
  }

  @Test
  void isBoundOnlyToAWorkspaceOfItsUser() {
    User ada = User.registered("Ada");
    User eve = User.registered("Eve");
    String workspace = ada.workspace();

    made(ada, Map.of("name", "CI", "scopes", List.of("read"), "workspace_id", workspace))
        .body("workspace_id", equalTo(workspace));
    eve.post(KEYS, Map.of("name", "CI", "scopes", List.of("read"), "workspace_id", workspace))
        .statusCode(422)
        .body("errors.pointer", hasItem("/workspace_id"));
  }

  @Test
  void refusesAnExpiryThatHasPassedAndAKeyWithoutScopes() {
    User ada = User.registered("Ada");

    ada.post(
            KEYS,
            Map.of("name", "CI", "scopes", List.of("read"), "expires_at", "2020-01-01T00:00:00Z"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/expires_at"));
    ada.post(KEYS, Map.of("name", "CI", "scopes", List.of()))
        .statusCode(422)
        .body("errors.pointer", hasItem("/scopes"));
  }
}
