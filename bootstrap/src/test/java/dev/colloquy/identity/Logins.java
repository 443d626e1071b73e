package dev.colloquy.identity;

import static io.restassured.RestAssured.given;

import dev.colloquy.bootstrap.testing.User;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** What people do before they have a token. */
final class Logins {

  private static final String AUTH = "/api/v1/auth/";

  private Logins() {}

  /** A pair of tokens. */
  record Tokens(String access, String refresh) {

    static Tokens of(Response response) {
      return new Tokens(response.path("access_token"), response.path("refresh_token"));
    }
  }

  static ValidatableResponse post(String route, Map<String, ?> body) {
    return send(route, body).then();
  }

  static Response send(String route, Map<String, ?> body) {
    return given().contentType(ContentType.JSON).body(body).when().post(AUTH + route);
  }

  static Tokens logIn(User user) {
    Response response =
        send("login", Map.of("username", user.username(), "password", User.PASSWORD));
    response.then().statusCode(200);
    return Tokens.of(response);
  }

  static Response refresh(String token) {
    return send("refresh", Map.of("refresh_token", token));
  }

  static ValidatableResponse verify(String token) {
    return given().auth().oauth2(token).when().get(AUTH + "verify").then();
  }
}
