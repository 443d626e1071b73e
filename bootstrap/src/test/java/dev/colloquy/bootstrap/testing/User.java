package dev.colloquy.bootstrap.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * A registered user who talks to the running application.
 *
 * @param id as the application gave it
 * @param token an access token of a login of his
 */
public record User(String id, String email, String username, String token) {

  /** The password of every test user. */
  public static final String PASSWORD = "correct horse battery staple";

  /** Registers somebody new and logs him in. */
  public static User registered(String name) {
    String username = name + "_" + UUID.randomUUID().toString().substring(0, 8);
    String email = username + "@example.com";
    String id =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "username", username, "name", name, "password", PASSWORD))
            .when()
            .post("/api/v1/auth/register")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return new User(id, email, username, logIn(email));
  }

  /** Logs in somebody who has this address and the test users' password. */
  public static User loggedIn(String email) {
    String token = logIn(email);
    var me = given().auth().oauth2(token).when().get("/api/v1/users/me").then().statusCode(200);
    return new User(me.extract().path("id"), email, me.extract().path("username"), token);
  }

  /** A request of his. */
  public RequestSpecification request() {
    return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
  }

  public ValidatableResponse get(String path) {
    return request().when().get(path).then();
  }

  public ValidatableResponse delete(String path) {
    return request().when().delete(path).then();
  }

  public ValidatableResponse post(String path) {
    return request().when().post(path).then();
  }

  public ValidatableResponse post(String path, Map<String, ?> body) {
    return request().body(body).when().post(path).then();
  }

  public ValidatableResponse patch(String path, Map<String, ?> body) {
    return request().body(body).when().patch(path).then();
  }

  /** Opens a workspace of his; answers its id. */
  public String workspace() {
    return post(
            "/api/v1/workspaces",
            Map.of("name", "Workspace " + UUID.randomUUID(), "description", "For tests"))
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Takes another user into a workspace of his. */
  public void invite(String workspace, User newcomer, String role) {
    post(
            "/api/v1/workspaces/" + workspace + "/members",
            Map.of("user_id", newcomer.id(), "role", role))
        .statusCode(201);
  }

  private static String logIn(String email) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", PASSWORD))
        .when()
        .post("/api/v1/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
