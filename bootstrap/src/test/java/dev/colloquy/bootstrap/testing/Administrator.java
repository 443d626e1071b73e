package dev.colloquy.bootstrap.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The first administrator of the running application: made once, by the set-up token. */
public final class Administrator {

  private static final String EMAIL = "root@example.com";

  private Administrator() {}

  /** Logs him in; makes him first where nobody has. */
  public static User loggedIn() {
    if (Files.exists(tokenFile())) {
      given()
          .contentType(ContentType.JSON)
          .body(Map.of("token", token(), "email", EMAIL, "name", "Root", "password", User.PASSWORD))
          .when()
          .post("/api/v1/auth/setup")
          .then()
          .statusCode(201);
    }
    return User.loggedIn(EMAIL);
  }

  /** Where the set-up token stands until somebody has used it. */
  public static Path tokenFile() {
    String directory = ConfigProvider.getConfig().getValue("colloquy.data-dir", String.class);
    return Path.of(directory, "setup-token");
  }

  private static String token() {
    try {
      return Files.readString(tokenFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
