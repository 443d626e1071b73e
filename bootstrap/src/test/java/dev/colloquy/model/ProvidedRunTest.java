package dev.colloquy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose models are behind HTTP: set up by an administrator, used by everybody. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ProvidedRunTest {

  private FakeProvider server;
  private ProviderDesk desk;
  private User ada;
  private String conversation;

  @BeforeEach
  void begin() {
    server = new FakeProvider();
    desk = new ProviderDesk(Administrator.loggedIn());
    ada = User.registered("Ada");
    conversation =
        ada.post(
                "/api/v1/conversations", Map.of("workspace_id", ada.workspace(), "topic", "Baking"))
            .statusCode(201)
            .extract()
            .path("id");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private JsonPath run(String model) {
    String id =
        ada.post(
                "/api/v1/conversations/" + conversation + "/runs",
                Map.of("input", "How long?", "model", model))
            .statusCode(202)
            .extract()
            .path("id");
    Awaitility.await("the run to end")
        .until(
            () -> ada.get("/api/v1/runs/" + id).extract().path("finished_at"),
            org.hamcrest.Matchers.notNullValue());
    return ada.get("/api/v1/runs/" + id).extract().jsonPath();
  }

  @Test
  void answersThroughAProviderThatAnAdministratorSetUp() {
    String model = desk.model(desk.provider(server), "name", "breadmaker-7b");

    JsonPath ended = run(model);

    assertThat(ended.getString("status")).isEqualTo("completed");
    assertThat(ended.getLong("usage.prompt_tokens")).isEqualTo(7);
    List<String> said =
        ada.get("/api/v1/conversations/" + conversation + "/messages")
            .extract()
            .path("items.content");
    assertThat(said).containsExactly("How long?", FakeProvider.TEXT);
    assertThat(server.last().path()).isEqualTo("/v1/chat/completions");
    assertThat(server.last().body().getString("model")).isEqualTo("breadmaker-7b");
    assertThat(server.last().headers())
        .containsEntry("Authorization", "Bearer " + FakeProvider.KEY)
        .containsEntry("Host", server.baseUrl().substring(7).replace("/v1", ""));
  }

  @Test
  void speaksTheDialectOfTheProvider() {
    Map<String, Object> dialect =
        Map.of(
            "max_tokens_field",
            "max_new_tokens",
            "stream_options",
            false,
            "headers",
            Map.of("X-Team", "bakery"));
    String model = desk.model(desk.provider(server, "dialect", dialect));

    assertThat(run(model).getString("status")).isEqualTo("completed");

    assertThat(server.last().body().fieldNames())
        .contains("max_new_tokens")
        .doesNotContain("max_tokens", "stream_options");
    assertThat(server.last().headers()).containsEntry("X-Team", "bakery");
  }

  @ParameterizedTest
  @CsvSource({
    "401,MODEL_KEY_REFUSED,1",
    "404,MODEL_UNKNOWN,1",
    "400,MODEL_REFUSED,1",
    "429,MODEL_RATE_LIMITED,1",
    "500,MODEL_UNAVAILABLE,3"
  })
  void failsWithAReasonWhereTheProviderFails(int status, String code, int calls) {
    String model = desk.model(desk.provider(server));
    server.answers(status);

    JsonPath ended = run(model);

    assertThat(ended.getString("status")).isEqualTo("failed");
    assertThat(ended.getString("error.code")).isEqualTo(code);
    assertThat(ended.getString("error.detail")).doesNotContain("sk-", "Not with");
    assertThat(server.asked()).hasSize(calls);
  }

  /** Whether this node calls the provider. */
  private String circuit(String provider) {
    return desk.administrator()
        .get(ProviderDesk.PROVIDERS + "/health?limit=200")
        .statusCode(200)
        .extract()
        .path("items.find {it.provider_id == '" + provider + "'}.circuit.state");
  }

  @Test
  void leavesAProviderAloneThatIsDownUntilATrialSucceeds() {
    String provider = desk.provider(server);
    String model = desk.model(provider);
    server.answers(500);
    assertThat(circuit(provider)).isEqualTo("closed");
    run(model);
    run(model);
    assertThat(server.asked()).hasSize(5);

    JsonPath meanwhile = run(model);

    assertThat(meanwhile.getString("error.code")).isEqualTo("MODEL_UNAVAILABLE");
    assertThat(meanwhile.getString("error.detail")).contains("left alone");
    assertThat(server.asked()).hasSize(5);
    assertThat(circuit(provider)).isEqualTo("open");
    assertThat(desk.administrator().get("/q/metrics").extract().asString())
        .containsPattern("colloquy_provider_circuits\\{state=\"open\"} [1-9]");

    server.answers(200);
    desk.administrator()
        .post(ProviderDesk.PROVIDERS + "/" + provider + "/test")
        .body("ok", equalTo(true));

    assertThat(circuit(provider)).isEqualTo("closed");
    assertThat(run(model).getString("status")).isEqualTo("completed");
  }

  @Test
  void leavesAProviderAloneThatWantsItUntilItIsSetUpOtherwise() {
    String provider = desk.provider(server);
    String model = desk.model(provider);
    server.answers(429);
    run(model);

    assertThat(run(model).getString("error.code")).isEqualTo("MODEL_RATE_LIMITED");
    assertThat(server.asked()).hasSize(1);
    assertThat(circuit(provider)).isEqualTo("cooling_down");

    desk.change(provider, "name", "Patient " + provider).statusCode(200);
    server.answers(200);

    assertThat(circuit(provider)).isEqualTo("closed");
    assertThat(run(model).getString("status")).isEqualTo("completed");
  }

  @Test
  void isRefusedByTheProviderWithAnotherKey() {
    String model = desk.model(desk.provider(server, "api_key", "sk-another-key-0123456789"));

    assertThat(run(model).getString("error.code")).isEqualTo("MODEL_KEY_REFUSED");
  }

  @Test
  void usesAnotherKeyFromTheNextCallOn() {
    String provider = desk.provider(server, "api_key", "sk-another-key-0123456789");
    String model = desk.model(provider);
    assertThat(run(model).getString("status")).isEqualTo("failed");

    desk.change(provider, "api_key", FakeProvider.KEY).statusCode(200);

    assertThat(run(model).getString("status")).isEqualTo("completed");
  }

  @Test
  void usesNoProviderThatIsSwitchedOff() {
    String provider = desk.provider(server);
    String model = desk.model(provider);
    ada.get("/api/v1/models").body("items.id", hasItem(model));

    desk.change(provider, "status", "inactive").statusCode(200);

    ada.get("/api/v1/models").body("items.id", not(hasItem(model)));
    ada.post(
            "/api/v1/conversations/" + conversation + "/runs",
            Map.of("input", "How long?", "model", model))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/model"));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void asksNoModelAgainThatIsSwitchedOff() {
    String provider = desk.provider(server);
    String model = desk.model(provider);
    String retry = "/api/v1/runs/" + run(model).getString("id") + "/retry";

    desk.change(provider, "status", "inactive").statusCode(200);

    ada.post(retry)
        .statusCode(422)
        .body("code", equalTo("VALIDATION_ERROR"))
        .body("errors[0].pointer", equalTo("/model"));
    ada.get("/api/v1/conversations/" + conversation + "/runs").body("items", hasSize(1));
    desk.change(provider, "status", "active").statusCode(200);
    ada.post(retry).statusCode(202);
  }

  @Test
  void keepsAModelThatRunsHaveUsed() {
    String model = desk.model(desk.provider(server));
    run(model);

    desk.administrator()
        .delete(ProviderDesk.MODELS + "/" + model)
        .statusCode(409)
        .body("code", equalTo("MODEL_IN_USE"));
    desk.administrator()
        .patch(ProviderDesk.MODELS + "/" + model, Map.of("enabled", false))
        .statusCode(200);
    ada.get("/api/v1/models/" + model).statusCode(404);
  }

  @Test
  void letsTheBuiltInModelBeSwitchedOff() {
    String rehearsal =
        ada.get("/api/v1/models").extract().path("items.find {it.name == 'rehearsal'}.provider_id");
    try {
      desk.change(rehearsal, "status", "inactive").statusCode(200);
      ada.get("/api/v1/models").body("items.name", not(hasItem("rehearsal")));
    } finally {
      desk.change(rehearsal, "status", "active").statusCode(200);
    }
    ada.get("/api/v1/models").body("items.name", hasItem("rehearsal"));
  }

  @Test
  void triesAProviderAndRemembersHowItDid() {
    String provider = desk.provider(server);
    User root = desk.administrator();
    String test = ProviderDesk.PROVIDERS + "/" + provider + "/test";
    root.post(test).statusCode(409).body("code", equalTo("PROVIDER_HAS_NO_MODEL"));
    desk.model(provider);

    root.post(test)
        .statusCode(200)
        .body("ok", equalTo(true))
        .body("latency_ms", greaterThanOrEqualTo(0))
        .body("error", nullValue());
    server.answers(500);
    root.post(test)
        .statusCode(200)
        .body("ok", equalTo(false))
        .body("error.code", equalTo("MODEL_UNAVAILABLE"));

    root.get(ProviderDesk.PROVIDERS + "/" + provider)
        .body("last_health_check.ok", equalTo(false))
        .body("version", equalTo(1));
    root.get(ProviderDesk.PROVIDERS + "/health?limit=200")
        .statusCode(200)
        .body(
            "items.find {it.provider_id == '" + provider + "'}.last_health_check.error.code",
            equalTo("MODEL_UNAVAILABLE"));
  }
}
