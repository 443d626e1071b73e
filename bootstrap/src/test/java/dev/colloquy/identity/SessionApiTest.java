package dev.colloquy.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.identity.Logins.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SessionApiTest {

  private static final int TABS = 50;

  @Test
  void exchangesARefreshToken() {
    Tokens tokens = Logins.logIn(User.registered("Ada"));

    Response refreshed = Logins.refresh(tokens.refresh());

    refreshed.then().statusCode(200);
    assertThat(Tokens.of(refreshed).refresh()).isNotEqualTo(tokens.refresh());
    Logins.verify(Tokens.of(refreshed).access()).statusCode(200);
  }

  /** S5: whoever asks at once gets one and the same successor. */
  @Test
  void givesFiftyParallelRefreshesOneSuccessor() throws Exception {
    Tokens tokens = Logins.logIn(User.registered("Ada"));
    List<String> successors = new ArrayList<>();

    try (ExecutorService tabs = Executors.newFixedThreadPool(TABS)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < TABS; i++) {
        answers.add(tabs.submit(() -> successor(tokens.refresh())));
      }
      for (Future<String> answer : answers) {
        successors.add(answer.get());
      }
    }

    assertThat(successors).hasSize(TABS).doesNotContainNull();
    assertThat(successors.stream().distinct()).hasSize(1);
  }

  private static String successor(String parent) {
    Response refreshed = Logins.refresh(parent);
    refreshed.then().statusCode(200);
    return Tokens.of(refreshed).refresh();
  }

  /** S5: a parent whose successor was used has been stolen, or its thief has the successor. */
  @Test
  void endsTheFamilyWhenAParentComesBackAfterItsSuccessorWasUsed() {
    Tokens first = Logins.logIn(User.registered("Ada"));
    Tokens second = Tokens.of(Logins.refresh(first.refresh()));
    Tokens third = Tokens.of(Logins.refresh(second.refresh()));

    Logins.refresh(first.refresh())
        .then()
        .statusCode(401)
        .body("code", equalTo("INVALID_CREDENTIALS"));

    Logins.refresh(third.refresh()).then().statusCode(401);
    Logins.verify(third.access()).statusCode(401);
    Logins.verify(first.access()).statusCode(401);
  }

  @Test
  void refusesAnUnknownRefreshToken() {
    Logins.refresh("unknown").then().statusCode(401).body("code", equalTo("INVALID_CREDENTIALS"));
  }

  /** S6: over at once on this node. */
  @Test
  void logsOut() {
    User ada = User.registered("Ada");
    Tokens other = Logins.logIn(ada);

    ada.post("/api/v1/auth/logout").statusCode(204);

    Logins.verify(ada.token()).statusCode(401);
    Logins.verify(other.access()).statusCode(200);
  }

  @Test
  void logsOutEverywhere() {
    User ada = User.registered("Ada");
    Tokens other = Logins.logIn(ada);

    ada.post("/api/v1/auth/logout-all").statusCode(204);

    Logins.verify(ada.token()).statusCode(401);
    Logins.verify(other.access()).statusCode(401);
    Logins.refresh(other.refresh()).then().statusCode(401);
  }

  @Test
  void listsSessionsAndEndsOne() {
    User ada = User.registered("Ada");
    Tokens other = Logins.logIn(ada);
    String sid = Logins.verify(other.access()).extract().path("sid");

    ada.get("/api/v1/users/me/sessions")
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.id", hasItem(sid))
        .body("items.findAll { it.current }", hasSize(1));
    ada.delete("/api/v1/users/me/sessions/" + sid).statusCode(204);

    Logins.verify(other.access()).statusCode(401);
    Logins.verify(ada.token()).statusCode(200);
    ada.delete("/api/v1/users/me/sessions/" + sid).statusCode(404);
  }

  @Test
  void doesNotEndSomebodyElsesSession() {
    User ada = User.registered("Ada");
    User eve = User.registered("Eve");
    String sid = Logins.verify(ada.token()).extract().path("sid");

    eve.delete("/api/v1/users/me/sessions/" + sid).statusCode(404);

    Logins.verify(ada.token()).statusCode(200);
  }

  @Test
  void changesThePasswordAndEndsOtherSessions() {
    User ada = User.registered("Ada");
    Tokens other = Logins.logIn(ada);
    String wanted = "a much better password";

    ada.post(
            "/api/v1/auth/change-password",
            Map.of("current_password", User.PASSWORD, "new_password", wanted))
        .statusCode(204);

    Logins.verify(ada.token()).statusCode(200);
    Logins.verify(other.access()).statusCode(401);
    Logins.post("login", Map.of("email", ada.email(), "password", User.PASSWORD)).statusCode(401);
    Logins.post("login", Map.of("email", ada.email(), "password", wanted)).statusCode(200);
  }

  @Test
  void refusesToChangeThePasswordWithoutTheCurrentOne() {
    User ada = User.registered("Ada");

    ada.post(
            "/api/v1/auth/change-password",
            Map.of("current_password", "wrong", "new_password", "a much better password"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/current_password"));
  }
}
