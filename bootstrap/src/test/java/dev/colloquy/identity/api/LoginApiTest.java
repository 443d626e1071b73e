package dev.colloquy.identity.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
final class LoginApiTest {

  @Test
  void registersLogsInAndTellsWhoOneIs() {
    String id =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"email": "ada@example.org", "name": "Ada Lovelace", "password": "analytical engine"}""")
            .when()
            .post("/api/v1/auth/register")
            .then()
            .statusCode(201)
            .body("username", equalTo("ada"))
            .extract()
            .path("id");

    String token =
        given()
            .contentType(ContentType.JSON)
            .body("{\"username\": \"ada\", \"password\": \"analytical engine\"}")
            .when()
            .post("/api/v1/auth/login")
            .then()
            .statusCode(200)
            .body("token_type", equalTo("Bearer"))
            .body("refresh_token", notNullValue())
            .extract()
            .path("access_token");

    given()
        .auth()
        .oauth2(token)
        .when()
        .get("/api/v1/auth/verify")
        .then()
        .statusCode(200)
        .body("sub", equalTo(id));
  }
}
