package dev.colloquy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ProviderApiTest {

  private static final String KEY = "sk-planted-abcdefghijkl-9876";

  private ProviderDesk desk;
  private User root;

  @BeforeEach
  void begin() {
    root = Administrator.loggedIn();
    desk = new ProviderDesk(root);
  }

  private static String unique() {
    return "P " + UUID.randomUUID();
  }

  private ValidatableResponse openai() {
    return desk.post("name", unique(), "kind", "openai", "api_key", KEY).statusCode(201);
  }

  /** Where the feed ends now. */
  private long head() {
    return root.get("/api/v1/events?limit=1").extract().jsonPath().getLong("head");
  }

  /** The page of the feed that tells of a provider's beginning, as soon as there is one. */
  private String told(String id, long after) {
    return Awaitility.await("the event of " + id)
        .until(
            () ->
                root.get("/api/v1/events?types=provider.created&after=" + after)
                    .extract()
                    .asString(),
            it -> it.contains(id));
  }

  private static String at(String id) {
    return ProviderDesk.PROVIDERS + "/" + id;
  }

  @Test
  void setsAProviderUpAndNeverShowsItsKey() {
    long before = head();
    ValidatableResponse made =
        openai()
            .header("ETag", "\"1\"")
            .body("base_url", nullValue())
            .body("api_key_last4", equalTo("9876"))
            .body("dialect.max_tokens_field", equalTo("max_completion_tokens"))
            .body("status", equalTo("active"))
            .body("last_health_check", nullValue());
    String id = made.extract().path("id");

    made.header("Location", startsWith("/api/v1/admin/providers/"));
    List<String> shown =
        List.of(
            made.extract().asString(),
            root.get(at(id)).statusCode(200).header("ETag", "\"1\"").extract().asString(),
            root.get(ProviderDesk.PROVIDERS + "?limit=200").extract().asString(),
            root.get(ProviderDesk.PROVIDERS + "/health?limit=200").extract().asString(),
            told(id, before));
    assertThat(shown).allSatisfy(it -> assertThat(it).doesNotContain("sk-planted"));
    assertThat(shown.getLast()).contains(id).contains("\"api_key_last4\":\"9876\"");
  }

  @Test
  void changesWhatIsMentionedAndNothingElse() {
    String id = openai().extract().path("id");

    desk.change(
            id,
            "rate_limit_per_minute",
            60,
            "dialect",
            Map.of("headers", Map.of("OpenAI-Project", "p1")))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("rate_limit_per_minute", equalTo(60))
        .body("dialect.headers.OpenAI-Project", equalTo("p1"))
        .body("dialect.developer_role", equalTo(true))
        .body("api_key_last4", equalTo("9876"));
    desk.change(id, "rate_limit_per_minute", null, "api_key", null)
        .statusCode(200)
        .body("rate_limit_per_minute", nullValue())
        .body("api_key_last4", nullValue());
    desk.change(id).statusCode(200).header("ETag", "\"3\"");
  }

  @Test
  void changesNothingThatWasChangedMeanwhile() {
    String id = openai().extract().path("id");
    desk.change(id, "status", "inactive").statusCode(200);

    root.request().header("If-Match", "\"1\"").body("{}").patch(at(id)).then().statusCode(412);
    root.request().header("If-Match", "\"1\"").delete(at(id)).then().statusCode(412);
    root.request().header("If-Match", "\"2\"").delete(at(id)).then().statusCode(204);
    root.get(at(id)).statusCode(404);
    desk.change(id, "status", "active").statusCode(404);
    root.delete(at(id)).statusCode(404);
  }

  @Test
  void keepsAProviderWhoseModelsAreSetUp() {
    String provider = desk.rehearsal();
    String model = desk.model(provider);

    root.delete(at(provider)).statusCode(409).body("code", equalTo("PROVIDER_IN_USE"));
    root.delete(ProviderDesk.MODELS + "/" + model).statusCode(204);
    root.get(ProviderDesk.MODELS + "/" + model).statusCode(404);
    root.delete(at(provider)).statusCode(204);
  }

  @Test
  void setsAProviderUpOnceHoweverOftenItIsAsked() {
    Map<String, Object> body =
        ProviderDesk.body("name", unique(), "kind", "openai", "api_key", KEY);
    String key = UUID.randomUUID().toString();

    String first = once(key, body).statusCode(201).extract().path("id");
    once(key, body)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    root.post(ProviderDesk.PROVIDERS, body).statusCode(409).body("code", equalTo("DUPLICATE"));
  }

  private ValidatableResponse once(String key, Map<String, Object> body) {
    return root.request()
        .header("Idempotency-Key", key)
        .body(body)
        .post(ProviderDesk.PROVIDERS)
        .then();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:5432",
        "http://0x7f000001/",
        "https://2130706433",
        "https://[::1]/v1",
        "https://[::ffff:127.0.0.1]/v1",
        "http://169.254.169.254/latest/meta-data",
        "https://metadata.google.internal/",
        "https://10.0.0.5/v1",
        "https://ollama/v1",
        "http://api.example.com/v1",
        "https://user:secret@api.example.com/v1",
        "https://api.example.com/v1#x",
        "ftp://api.example.com/v1",
        "https://api.example.com:0/v1",
        "file:///etc/passwd",
        "//api.example.com",
        "api.example.com",
        "not an address"
      })
  void refusesAnAddressThatMustNotBeCalled(String address) {
    desk.post("name", unique(), "kind", "openai_compatible", "base_url", address)
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/base_url"));
    String id = openai().extract().path("id");
    desk.change(id, "base_url", address, "api_key", KEY)
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/base_url"));
  }

  @Test
  void allowsWhatTheOperatorAllows() {
    desk.post("name", unique(), "kind", "ollama").statusCode(201);
    desk.post("name", unique(), "kind", "ollama", "base_url", "http://localhost:1234")
        .statusCode(201);
  }

  @Test
  void sendsNoKeyToAServerThatItWasNotMeantFor() {
    String id = openai().extract().path("id");

    desk.change(id, "base_url", "https://elsewhere.example.com/v1")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/api_key"));
    desk.change(id, "base_url", "https://api.openai.com/v1").statusCode(200);
    desk.change(id, "base_url", "https://elsewhere.example.com/v1", "api_key", KEY).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "name,,/name",
    "kind,mistral,/kind",
    "status,off,/status",
    "rate_limit_per_minute,0,/rate_limit_per_minute",
    "api_key,two words,/api_key",
    "api_key_last4,9876,/api_key_last4",
    "id,x,/id",
    "last_health_check,x,/last_health_check",
    "base_url,https://x.example.com,/base_url",
    "dialect,x,/dialect"
  })
  void refusesWhatIsNoProvider(String field, String value, String pointer) {
    Map<String, Object> body = ProviderDesk.body("name", unique(), "kind", "rehearsal");
    body.put(field, value != null && value.equals("0") ? Integer.valueOf(0) : value);

    root.post(ProviderDesk.PROVIDERS, body)
        .statusCode(422)
        .body("errors.pointer", hasItems(pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens_field,Max Tokens,/dialect/max_tokens_field",
    "max_words,x,/dialect/max_words",
    "stream_options,yes,/dialect/stream_options",
    "headers,x,/dialect/headers"
  })
  void refusesWhatIsNoDialect(String field, String value, String pointer) {
    desk.post("name", unique(), "kind", "openai", "dialect", Map.of(field, value))
        .statusCode(422)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "x-api-key", "Host", "Content-Length", "a b", "a\nb"})
  void refusesHeadersThatAreNotTheAdministrators(String name) {
    desk.post("name", unique(), "kind", "openai", "dialect", Map.of("headers", Map.of(name, "x")))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/dialect/headers"));
  }

  @Test
  void setsModelsUp() {
    String provider = desk.rehearsal();
    String name = "m-" + UUID.randomUUID();

    String id =
        desk.model(provider, "name", name, "input_cost_per_1k", 0.25, "capabilities", List.of());
    root.get(ProviderDesk.MODELS + "/" + id)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo(name))
        .body("display_name", equalTo(name))
        .body("input_cost_per_1k", equalTo(0.25f))
        .body("capabilities", equalTo(List.of()))
        .body("enabled", equalTo(true));
    root.patch(ProviderDesk.MODELS + "/" + id, Map.of("tier", 3, "capabilities", List.of("tools")))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("tier", equalTo(3))
        .body("capabilities", equalTo(List.of("tools")));
    root.patch(ProviderDesk.MODELS + "/" + id, Map.of("tier", 3)).header("ETag", "\"2\"");
    root.request()
        .header("If-Match", "\"1\"")
        .body("{\"tier\":1}")
        .patch(ProviderDesk.MODELS + "/" + id)
        .then()
        .statusCode(412);
    root.post(
            ProviderDesk.MODELS,
            ProviderDesk.body(
                "provider_id", provider, "name", name, "context_window", 9, "max_tokens", 5))
        .statusCode(409)
        .body("code", equalTo("DUPLICATE"));
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens,9000,/max_tokens",
    "context_window,0,/context_window",
    "tier,4,/tier",
    "input_cost_per_1k,-1,/input_cost_per_1k",
    "input_cost_per_1k,0.0000001,/input_cost_per_1k",
    "priority,1000001,/priority",
    "provider_id,0,/provider_id",
    "created_at,1,/created_at"
  })
  void refusesWhatIsNoModel(String field, double value, String pointer) {
    Map<String, Object> body =
        ProviderDesk.body(
            "provider_id", desk.rehearsal(), "name", "m", "context_window", 9000, "max_tokens", 5);
    body.put(field, value == Math.rint(value) ? (Object) (long) value : (Object) value);

    root.post(ProviderDesk.MODELS, body).statusCode(422).body("errors.pointer", hasItems(pointer));
  }

  @Test
  void refusesAModelOfAProviderThatIsNotThere() {
    root.post(
            ProviderDesk.MODELS,
            ProviderDesk.body(
                "provider_id",
                UUID.randomUUID(),
                "name",
                "m",
                "context_window",
                9,
                "max_tokens",
                5))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/provider_id"));
  }

  @Test
  void listsInPages() {
    String provider = desk.rehearsal();
    String[] models = {desk.model(provider), desk.model(provider), desk.model(provider)};

    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          root.get(ProviderDesk.MODELS + "?limit=2&provider_id=" + provider + "&cursor=" + cursor)
              .statusCode(200)
              .extract();
      found.addAll(page.path("items.id"));
      cursor = page.path("next_cursor");
    } while (cursor != null);

    assertThat(found).containsExactlyElementsOf(Arrays.asList(models));
  }

  @Test
  void tellsAdministratorsAndNobodyElse() {
    long before = head();
    String provider = desk.rehearsal();
    String model = desk.model(provider);
    root.post(at(provider) + "/test").statusCode(200).body("ok", equalTo(true));
    root.delete(ProviderDesk.MODELS + "/" + model).statusCode(204);
    root.delete(at(provider)).statusCode(204);

    String told =
        "/api/v1/events?types=provider.created,provider.tested,provider.deleted,"
            + "model.created,model.deleted&after="
            + before;
    Awaitility.await("the last of it")
        .untilAsserted(
            () ->
                assertThat(types(told, provider, model))
                    .containsExactly(
                        "provider.created",
                        "model.created",
                        "provider.tested",
                        "model.deleted",
                        "provider.deleted"));
    User.registered("Sam").get(told).statusCode(200).body("items", equalTo(List.of()));
  }

  /** What a page of the feed tells of a provider and its model. */
  private List<String> types(String page, String provider, String model) {
    return root.get(page)
        .extract()
        .path(
            "items.findAll {it.subject.id == '%s' || it.subject.id == '%s'}.type"
                .formatted(provider, model));
  }
}
