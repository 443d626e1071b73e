package dev.colloquy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class OrchestrationApiTest {

  private static final String RULES = "/api/v1/admin/orchestration-rules";

  private User root;
  private User ada;
  private String rehearsal;

  @BeforeEach
  void register() {
    root = Administrator.loggedIn();
    ada = User.registered("Ada");
    rehearsal = ada.get("/api/v1/models").extract().path("items[0].id");
  }

  /** No other test shall be ruled. */
  @AfterEach
  void clear() {
    List<String> all = root.get(RULES + "?limit=200").extract().path("items.id");
    all.forEach(id -> root.delete(RULES + "/" + id).statusCode(204));
  }

  private ValidatableResponse ruling(Object... fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("strategy", "fallback");
    body.put("model_sequence", List.of(rehearsal));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return root.post(RULES, body);
  }

  /** A model that cannot be reached: nothing listens on that port. */
  private String unreachable() {
    String provider =
        root.post(
                "/api/v1/admin/providers",
                Map.of(
                    "name", UUID.randomUUID().toString(),
                    "kind", "openai_compatible",
                    "base_url", "http://localhost:9/v1"))
            .statusCode(201)
            .extract()
            .path("id");
    return root.post(
            "/api/v1/admin/models",
            Map.of(
                "provider_id", provider,
                "name", UUID.randomUUID().toString(),
                "tier", 2,
                "context_window", 8000,
                "max_tokens", 1000,
                "priority", 1000000))
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void keepsARule() {
    ValidatableResponse made =
        ruling("conditions", Map.of("importance", List.of("low")), "priority", 7, "enabled", false);

    String id = made.statusCode(201).extract().path("id");
    made.header("Location", endsWith(RULES + "/" + id))
        .header("ETag", equalTo("\"1\""))
        .body("strategy", equalTo("fallback"))
        .body("model_sequence", contains(rehearsal))
        .body("conditions.importance", contains("low"))
        .body("conditions.complexity", empty())
        .body("priority", equalTo(7))
        .body("enabled", equalTo(false));
    root.get(RULES + "/" + id).statusCode(200).body("priority", equalTo(7));
    root.get(RULES).statusCode(200).body("items.id", hasItem(id));
  }

  @Test
  void changesAndDeletesTheVersionThatIsDemanded() {
    String path = RULES + "/" + ruling("enabled", false).extract().path("id");

    root.request()
        .header("If-Match", "\"7\"")
        .body("{\"priority\":5}")
        .patch(path)
        .then()
        .statusCode(412);
    root.request()
        .header("If-Match", "\"1\"")
        .body("{\"priority\":5,\"strategy\":\"quality_first\"}")
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("strategy", equalTo("quality_first"))
        .body("model_sequence", contains(rehearsal));
    root.delete(path).statusCode(204);
    root.get(path).statusCode(404);
  }

  @Test
  void refusesWhatIsNoRule() {
    ruling("strategy", "guess", "model_sequence", List.of(), "priority", -1)
        .statusCode(422)
        .body("errors.pointer", hasItem("/strategy"))
        .body("errors.pointer", hasItem("/priority"));
    ruling("model_sequence", List.of(rehearsal, UUID.randomUUID().toString()))
        .statusCode(422)
        .body("errors.pointer", contains("/model_sequence/1"));
    ruling("conditions", Map.of("complexity", List.of("odd"), "weather", "fine"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/conditions/complexity/0"))
        .body("errors.pointer", hasItem("/conditions/weather"));
  }

  @Test
  void answersByAnotherModelWhereTheFirstCannotBeReached() {
    String dead = unreachable();
    ruling(
            "model_sequence",
            List.of(dead, rehearsal),
            "conditions",
            Map.of("importance", List.of("critical")))
        .statusCode(201);
    Talk talk = Talk.of(ada);

    String run = talk.run("Hello", "importance", "critical");

    JsonPath ended = talk.awaitStatus(run, "completed");
    assertThat(ended.getString("model_id")).isEqualTo(dead);
    assertThat(ended.<Integer>getList("tier_path")).startsWith(2).hasSize(2);
    List<String> types = ada.get("/api/v1/runs/" + run + "/events").extract().path("items.type");
    assertThat(types).startsWith("run.started", "run.escalated");
    assertThat(types).endsWith("run.usage", "run.completed");
  }
}
