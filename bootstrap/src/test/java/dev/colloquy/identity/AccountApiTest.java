package dev.colloquy.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AccountApiTest {

  private static final String ME = "/api/v1/users/me";
  private static final String PREFERENCES = ME + "/preferences";

  @Test
  void showsMyAccount() {
    User ada = User.registered("Ada");

    ada.get(ME)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(ada.id()))
        .body("email", equalTo(ada.email()))
        .body("last_login_at", notNullValue());
  }

  @Test
  void changesMyProfile() {
    User ada = User.registered("Ada");
    Map<String, @Nullable Object> patch = new HashMap<>();
    patch.put("name", "Ada Lovelace");
    patch.put("first_name", "Ada");
    patch.put("last_name", null);
    patch.put("metadata", Map.of("team", "engines"));

    ada.patch(ME, patch)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Ada Lovelace"))
        .body("first_name", equalTo("Ada"))
        .body("last_name", nullValue())
        .body("metadata.team", equalTo("engines"));
  }

  @Test
  void refusesAnotherOnesUsername() {
    User ada = User.registered("Ada");
    User eve = User.registered("Eve");

    eve.patch(ME, Map.of("username", ada.username()))
        .statusCode(409)
        .body("code", equalTo("DUPLICATE"));
  }

  @Test
  void refusesWhatIsNotMineToChange() {
    User eve = User.registered("Eve");

    eve.patch(ME, Map.of("role", "admin", "email", "other@example.org", "id", "x"))
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/role", "/email", "/id"));
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    User ada = User.registered("Ada");

    ada.request()
        .header("If-Match", "\"7\"")
        .body(Map.of("name", "Ada Lovelace"))
        .when()
        .patch(ME)
        .then()
        .statusCode(412);
  }

  @Test
  void replacesMyPreferences() {
    User ada = User.registered("Ada");

    ada.request()
        .header("If-Match", "\"1\"")
        .body(Map.of("theme", "dark", "panes", Map.of("left", true)))
        .when()
        .put(PREFERENCES)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");

    ada.get(PREFERENCES)
        .statusCode(200)
        .body("theme", equalTo("dark"))
        .body("panes.left", equalTo(true));
  }

  @Test
  void wantsAVersionBeforeReplacingPreferences() {
    User ada = User.registered("Ada");

    ada.request().body(Map.of("theme", "dark")).when().put(PREFERENCES).then().statusCode(428);
  }

  @Test
  void deletesMyAccountAndAllThatActsForIt() {
    User ada = User.registered("Ada");

    ada.delete(ME).statusCode(204);

    Logins.verify(ada.token()).statusCode(401);
    Logins.post("login", Map.of("email", ada.email(), "password", User.PASSWORD))
        .statusCode(401)
        .body("code", equalTo("INVALID_CREDENTIALS"));
  }

  @Test
  void keepsAnAccountThatOwnsAWorkspace() {
    User ada = User.registered("Ada");
    ada.workspace();

    ada.delete(ME).statusCode(409).body("code", equalTo("ACCOUNT_OWNS_WORKSPACES"));

    Logins.verify(ada.token()).statusCode(200);
  }

  @Test
  void findsColleaguesAlone() {
    User ada = User.registered("Ada");
    User bob = User.registered("Bob");
    User eve = User.registered("Eve");
    String workspace = ada.workspace();
    ada.invite(workspace, bob, "viewer");

    ada.get("/api/v1/users?search=bob")
        .statusCode(200)
        .body("items.id", contains(bob.id()))
        .body("items[0].email", nullValue());
    ada.get("/api/v1/users/" + bob.id()).statusCode(200).body("username", equalTo(bob.username()));
    ada.get("/api/v1/users/" + ada.id()).statusCode(200);
    ada.get("/api/v1/users?search=" + eve.username()).body("items", equalTo(java.util.List.of()));
    ada.get("/api/v1/users/" + eve.id()).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
    ada.get("/api/v1/users/" + UUID.randomUUID()).statusCode(404);
  }
}
