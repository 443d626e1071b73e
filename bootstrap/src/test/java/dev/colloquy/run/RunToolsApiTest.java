package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.SseClient;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that use tools, on the running application. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class RunToolsApiTest {

  private static User ada;

  private Talk talk;

  @BeforeEach
  void begin() {
    if (ada == null) {
      ada = User.registered("Ada");
    }
    talk = Talk.of(ada);
  }

  private String answer() {
    return (String) talk.messages().getLast().get("content");
  }

  @Test
  void answersWithWhatAToolHasComeTo() throws Exception {
    String run =
        talk.run(
            "/say Let me see.\n/tool calculator {\"expression\": \"6 * 7\"}\n/say It is {result}.",
            "tools",
            List.of("calculator"));

    JsonPath ended = talk.awaitStatus(run, "completed");

    assertThat(ended.getList("tools")).containsExactly("calculator");
    assertThat(answer()).isEqualTo("Let me see.\n\nIt is 42.");
    try (SseClient stream = talk.stream(run)) {
      stream.awaitEvent("run.completed");
      assertThat(stream.frames())
          .extracting(SseClient.Frame::event)
          .containsSubsequence(
              "run.started",
              "run.delta",
              "run.tool_call.requested",
              "run.tool_call.started",
              "run.tool_call.completed",
              "run.delta",
              "run.usage");
      assertThat(stream.frames())
          .filteredOn(it -> it.event().equals("run.tool_call.completed"))
          .singleElement()
          .satisfies(
              it -> assertThat(JsonPath.from(it.data()).getString("result")).isEqualTo("42"));
    }
  }

  @Test
  void findsForAModelWhatItsUserMayReadInTheWorkspaceWhereItSpeaks() {
    String word = "w" + UUID.randomUUID().toString().replace("-", "");
    for (Talk each : List.of(talk, Talk.of(ada))) {
      ada.post(
              "/api/v1/conversations/" + each.id() + "/messages",
              Map.of("content", "The word is " + word))
          .statusCode(201);
    }

    String run =
        talk.run(
            "/tool search_messages {\"query\": \"" + word + " -tool\"}\n/say {result}",
            "tools",
            List.of("search_messages"));

    talk.awaitStatus(run, "completed");
    assertThat(answer()).contains(talk.id(), "word is **" + word).hasLineCount(1);
  }

  @Test
  void tellsTheModelWhatWentWrong() {
    String run =
        talk.run(
            "/tool calculator {\"sum\": 1}\n/tool calculator {\"expression\": \"1 / 0\"}\n"
                + "/tool current_time\n/say {result}",
            "tools",
            List.of("calculator"));

    talk.awaitStatus(run, "completed");
    assertThat(answer()).contains("/arguments", "expression", "divided by zero", "no such tool");
  }

  @Test
  void endsAModelThatAsksForEver() {
    String run = talk.run("/tool current_time\n/again", "tools", List.of("current_time"));

    JsonPath ended = talk.awaitStatus(run, "failed");

    assertThat(ended.getString("error.code")).isEqualTo("TOOL_ROUNDS_EXCEEDED");
  }

  @Test
  void refusesToolsThatAreNone() {
    talk.ask("Hm?", "tools", List.of("current_time", "spoon"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tools/1"));
    talk.ask("Hm?", "tools", List.of("two words"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tools/0"));
    talk.ask("Hm?", "tools", "current_time")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/tools"));
    assertThat(talk.messages()).isEmpty();
  }

  @Test
  void asksForTheSameToolsWhenItIsDoneAgain() {
    String run = talk.run("/say Once.", "tools", List.of("current_time"));
    talk.awaitStatus(run, "completed");

    ada.post("/api/v1/runs/" + run + "/retry", Map.of())
        .statusCode(202)
        .body("tools[0]", equalTo("current_time"));
  }
}
