package dev.colloquy.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LoginApiTest {

  private static String unique(String start) {
    return start + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void registersAndDerivesTheUsername() {
    String local = unique("grace.hopper");

    Logins.post(
            "register",
            Map.of(
                "email", local + "@example.org", "name", "Grace Hopper", "password", User.PASSWORD))
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("RateLimit-Policy", startsWith("\"address\";q="))
        .body("username", equalTo(local.replace('.', '_')))
        .body("role", equalTo("user"))
        .body("tier", equalTo("free"))
        .body("status", equalTo("active"))
        .body("is_email_verified", equalTo(false))
        .body("last_login_at", nullValue());
  }

  @Test
  void refusesATakenAddressWhateverItsCase() {
    User ada = User.registered("Ada");

    Logins.post(
            "register",
            Map.of(
                "email",
                ada.email().toUpperCase(java.util.Locale.ROOT),
                "name",
                "Ada",
                "password",
                User.PASSWORD))
        .statusCode(409)
        .body("code", equalTo("DUPLICATE"));
  }

  /** I13. */
  @Test
  void refusesAUsernameThatLooksLikeAnother() {
    String id = UUID.randomUUID().toString().substring(24);
    Map<String, String> first =
        Map.of(
            "email",
            id + "@example.org",
            "username",
            "bill" + id,
            "name",
            "Bill",
            "password",
            User.PASSWORD);
    Map<String, String> imitation =
        Map.of(
            "email",
            "x" + id + "@example.org",
            "username",
            "biIl" + id,
            "name",
            "Bill",
            "password",
            User.PASSWORD);
    Logins.post("register", first).statusCode(201);

    Logins.post("register", imitation).statusCode(409).body("code", equalTo("DUPLICATE"));
  }

  @Test
  void tellsAllThatIsWrongWithARegistration() {
    Logins.post(
            "register",
            Map.of("email", "nobody", "username", "1x", "password", "Password1", "admin", true))
        .statusCode(422)
        .body("code", equalTo("VALIDATION_ERROR"))
        .body("errors.pointer", hasItems("/email", "/username", "/name", "/password", "/admin"));
  }

  @Test
  void logsInByAddressAndByName() {
    User ada = User.registered("Ada");

    Logins.post("login", Map.of("email", ada.email(), "password", User.PASSWORD)).statusCode(200);
    Logins.post("login", Map.of("username", ada.username(), "password", User.PASSWORD))
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900))
        .body("refresh_expires_in", equalTo(604800))
        .body("refresh_token", notNullValue())
        .body("claims.sub", equalTo(ada.id()))
        .body("claims.email", equalTo(ada.email()))
        .body("claims.roles", contains("user"));
  }

  @Test
  void wantsEitherAddressOrName() {
    Logins.post("login", Map.of("email", "a@b.org", "username", "ada", "password", "x"))
        .statusCode(422);
    Logins.post("login", Map.of("password", "x"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/email"));
  }

  /** S2: neither status nor body tell an account that exists from one that does not. */
  @Test
  void answersUnknownAndWrongAlike() {
    User ada = User.registered("Ada");

    Response wrong =
        Logins.send("login", Map.of("email", ada.email(), "password", "not her password"));
    Response unknown =
        Logins.send("login", Map.of("email", "nobody@example.org", "password", "anything"));

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(withoutRequest(wrong)).isEqualTo(withoutRequest(unknown));
    assertThat(wrong.path("code").toString()).isEqualTo("INVALID_CREDENTIALS");
    assertThat(wrong.header("WWW-Authenticate")).isNotNull();
  }

  private static Map<String, Object> withoutRequest(Response response) {
    Map<String, Object> body = new java.util.LinkedHashMap<>(response.jsonPath().getMap(""));
    body.remove("request_id");
    return body;
  }

  /** S1 and S2: the lock holds for names that nobody has, too; live sessions are unharmed. */
  @Test
  void locksAnAccountAfterFailuresWhetherItExistsOrNot() {
    User ada = User.registered("Ada");
    String nobody = unique("nobody") + "@example.org";

    failFiveTimes(ada.email());
    failFiveTimes(nobody);

    Logins.post("login", Map.of("email", ada.email(), "password", User.PASSWORD))
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("TOO_MANY_REQUESTS"));
    Logins.post("login", Map.of("email", nobody, "password", "anything")).statusCode(429);
    Logins.verify(ada.token()).statusCode(200);
  }

  private static void failFiveTimes(String email) {
    for (int i = 0; i < 5; i++) {
      Logins.post("login", Map.of("email", email, "password", "not the password")).statusCode(401);
    }
  }

  @Test
  void tellsWhoOneIs() {
    User ada = User.registered("Ada");

    Logins.verify(ada.token())
        .statusCode(200)
        .body("sub", equalTo(ada.id()))
        .body("oid", equalTo(ada.id()))
        .body("name", equalTo("Ada"))
        .body("sid", notNullValue())
        .body("scopes", nullValue());
  }

  @Test
  void refusesWhoeverSendsNothing() {
    given()
        .when()
        .get("/api/v1/auth/verify")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  /** S10: tokens never travel in URLs. */
  @Test
  void refusesATokenInTheUrl() {
    User ada = User.registered("Ada");

    given()
        .queryParam("access_token", ada.token())
        .when()
        .get("/api/v1/auth/verify")
        .then()
        .statusCode(401);
  }

  @Test
  void ignoresCredentialsWhereNoneAreNeeded() {
    User ada = User.registered("Ada");

    given()
        .auth()
        .oauth2("garbage")
        .contentType("application/json")
        .body(Map.of("email", ada.email(), "password", User.PASSWORD))
        .when()
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200);
  }

  @Test
  void refusesTheSetUpWithAWrongToken() {
    Logins.post(
            "setup",
            Map.of(
                "token",
                "wrong",
                "email",
                unique("root") + "@example.org",
                "name",
                "Root",
                "password",
                User.PASSWORD))
        .statusCode(403)
        .body("code", equalTo("ACCESS_DENIED"));
  }
}
