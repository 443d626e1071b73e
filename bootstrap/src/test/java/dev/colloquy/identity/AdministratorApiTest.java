package dev.colloquy.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S8: keys are rotated under way. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class AdministratorApiTest {

  private static final String ROTATE = "/api/v1/admin/signing-keys/rotate";

  private static ValidatableResponse keys() {
    return given().when().get("/.well-known/jwks.json").then().statusCode(200);
  }

  @Test
  void setsUpOneAdministratorAndThenNoOther() {
    User root = Administrator.loggedIn();

    Logins.verify(root.token()).statusCode(200).body("roles", contains("admin"));
    assertThat(Administrator.tokenFile()).doesNotExist();
    Logins.post(
            "setup",
            Map.of(
                "token", "anything",
                "email", "second@example.com",
                "name", "Second",
                "password", User.PASSWORD))
        .statusCode(403);
  }

  @Test
  void rotatesSigningKeysWithoutLoggingAnybodyOut() {
    User root = Administrator.loggedIn();
    User ada = User.registered("Ada");

    String kid = root.post(ROTATE).statusCode(201).extract().path("kid");

    keys().body("keys[0].kid", equalTo(kid)).body("keys[0]", not(hasKey("d")));
    Logins.verify(ada.token()).statusCode(200);
    Logins.verify(Logins.logIn(ada).access()).statusCode(200);
  }

  @Test
  void publishesTheKeysOfItsTokens() {
    keys().body("keys.alg", hasItem("ES256")).body("keys.crv", hasItem("P-256"));
  }

  @Test
  void letsNobodyElseRotate() {
    User eve = User.registered("Eve");

    eve.post(ROTATE).statusCode(403).body("code", equalTo("ACCESS_DENIED"));
  }
}
