package dev.colloquy.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ToolApiTest {

  private static User ada;

  @BeforeEach
  void begin() {
    if (ada == null) {
      ada = User.registered("Ada");
    }
  }

  private static ValidatableResponse call(String tool, Map<String, Object> arguments) {
    return ada.post("/api/v1/tools/" + tool + "/invoke", Map.of("arguments", arguments));
  }

  @Test
  void listsWhatThereIs() {
    ada.get("/api/v1/tools")
        .statusCode(200)
        .body("items.name", hasItems("calculator", "current_time", "search_messages"))
        .body("items.find { it.name == 'calculator' }.source", equalTo("built_in"))
        .body("items.find { it.name == 'calculator' }.requires_approval", equalTo(false));
  }

  @Test
  void showsAToolByItsNameAndByItsId() {
    String id =
        ada.get("/api/v1/tools/calculator")
            .statusCode(200)
            .body("parameters.required[0]", equalTo("expression"))
            .extract()
            .path("id");

    ada.get("/api/v1/tools/" + id).statusCode(200).body("name", equalTo("calculator"));
    ada.get("/api/v1/tools/spoon").statusCode(404).body("code", equalTo("NOT_FOUND"));
    ada.get("/api/v1/tools/" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void calculatesExactly() {
    call("calculator", Map.of("expression", "0.1 + 0.2"))
        .statusCode(200)
        .body("result", equalTo("0.3"))
        .body("truncated", equalTo(false));
  }

  @Test
  void tellsTheTime() {
    call("current_time", Map.of("zone", "Europe/Oslo"))
        .statusCode(200)
        .body(
            "result", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0[12]:00 \\(.*"));
  }

  @Test
  void searchesWhatTheCallerMayRead() {
    String word = "w" + UUID.randomUUID().toString().replace("-", "");
    String conversation =
        ada.post(
                "/api/v1/conversations",
                Map.of("workspace_id", ada.workspace(), "topic", "Searching"))
            .statusCode(201)
            .extract()
            .path("id");
    String message =
        ada.post("/api/v1/conversations/" + conversation + "/messages", Map.of("content", word))
            .statusCode(201)
            .extract()
            .path("id");

    String found =
        call("search_messages", Map.of("query", word)).statusCode(200).extract().path("result");
    String hidden =
        User.registered("Sam")
            .post(
                "/api/v1/tools/search_messages/invoke", Map.of("arguments", Map.of("query", word)))
            .statusCode(200)
            .extract()
            .path("result");

    assertThat(found).contains(message, conversation);
    assertThat(hidden).isEqualTo("Nothing was found.");
  }

  @Test
  void refusesWhatDoesNotFit() {
    call("calculator", Map.of("expression", 7))
        .statusCode(422)
        .body("code", equalTo("VALIDATION_ERROR"))
        .body("errors[0].pointer", equalTo("/arguments/expression"));
    call("calculator", Map.of("expression", "1", "more", true))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/arguments/more"));
    ada.post("/api/v1/tools/calculator/invoke", Map.of("arguments", "1 + 1"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/arguments"));
    ada.post("/api/v1/tools/calculator/invoke", Map.of())
        .statusCode(422)
        .body("errors[0].detail", equalTo("is required"));
    call("spoon", Map.of()).statusCode(404);
  }

  @Test
  void tellsWhyAToolCouldNotDoIt() {
    call("calculator", Map.of("expression", "1 / 0"))
        .statusCode(422)
        .body("code", equalTo("TOOL_FAILED"))
        .body("detail", equalTo("Nothing can be divided by zero."));
  }
}
