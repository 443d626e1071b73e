package dev.colloquy.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.tool.testkit.RunningMcpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of tools on the running application, one of them real. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class McpServerApiTest {

  private static final String SERVERS = "/api/v1/admin/mcp-servers";
  private static final String TOOLS = "/api/v1/admin/tools";
  private static final String SECRET = "Bearer right";

  @TempDir Path folder;
  private User root;
  private String name;
  private String id = "";

  @BeforeEach
  void begin() {
    root = Administrator.loggedIn();
    name = "s" + UUID.randomUUID().toString().substring(24);
  }

  @AfterEach
  void end() {
    if (!id.isEmpty()) {
      root.delete(at());
    }
  }

  private Map<String, Object> body(String url) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "transport",
            "streamable_http",
            "url",
            url,
            "headers",
            Map.of("Authorization", SECRET)));
  }

  private ValidatableResponse setUp(String url) {
    ValidatableResponse made = root.post(SERVERS, body(url)).statusCode(201);
    id = made.extract().path("id");
    return made;
  }

  private String at() {
    return SERVERS + "/" + id;
  }

  private RunningMcpServer offering() throws IOException {
    RunningMcpServer server = RunningMcpServer.start(folder.resolve("diary"));
    setUp(server.url());
    root.post(at() + "/refresh").statusCode(200).body("check.ok", equalTo(true));
    return server;
  }

  private ValidatableResponse call(String tool, Map<String, Object> arguments) {
    return root.post(
        "/api/v1/tools/" + name + "__" + tool + "/invoke", Map.of("arguments", arguments));
  }

  /** The page of the feed that tells of the server's beginning, as soon as there is one. */
  private String told(long after) {
    return Awaitility.await("the event of " + id)
        .until(
            () ->
                root.get("/api/v1/events?types=mcp_server.created&after=" + after)
                    .extract()
                    .asString(),
            it -> it.contains(id));
  }

  @Test
  void setsAServerUpAndNeverShowsItsSecrets() {
    long before = root.get("/api/v1/events?limit=1").extract().jsonPath().getLong("head");
    ValidatableResponse made =
        setUp("https://mcp.example.com/mcp")
            .header("ETag", "\"1\"")
            .header("Location", startsWith(SERVERS))
            .body("transport", equalTo("streamable_http"))
            .body("header_names", contains("Authorization"))
            .body("command", nullValue())
            .body("enabled", equalTo(true))
            .body("requires_approval", equalTo(true))
            .body("tools", empty())
            .body("last_check", nullValue());

    List<String> shown =
        List.of(
            made.extract().asString(),
            root.get(at()).statusCode(200).header("ETag", "\"1\"").extract().asString(),
            root.get(SERVERS + "?limit=200").statusCode(200).extract().asString(),
            told(before));
    assertThat(shown).allSatisfy(it -> assertThat(it).contains(id).doesNotContain(SECRET));
  }

  @Test
  void changesWhatIsMentionedAndNothingThatWasChangedMeanwhile() {
    setUp("https://mcp.example.com/mcp");

    root.patch(at(), Map.of("requires_approval", false, "headers", Map.of("X-Team", "bakery")))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("requires_approval", equalTo(false))
        .body("header_names", contains("Authorization", "X-Team"));
    root.request().header("If-Match", "\"1\"").body("{}").patch(at()).then().statusCode(412);
    root.request().header("If-Match", "\"1\"").delete(at()).then().statusCode(412);
    root.delete(at()).statusCode(204);
    root.get(at()).statusCode(404);
    root.patch(at(), Map.of()).statusCode(404);
    root.post(at() + "/refresh").statusCode(404);
  }

  @Test
  void givesNoSecretToAServerThatItWasNotMeantFor() {
    setUp("https://mcp.example.com/mcp");
    Map<String, Object> elsewhere = new HashMap<>(Map.of("url", "https://other.example.com/mcp"));

    root.patch(at(), elsewhere).statusCode(422).body("errors[0].pointer", equalTo("/headers"));
    elsewhere.put("headers", Map.of("Authorization", "Bearer other"));
    root.patch(at(), elsewhere).statusCode(200);
    root.patch(at(), Map.of("url", "https://other.example.com/v2")).statusCode(200);
  }

  @Test
  void setsAServerUpOnceHoweverOftenItIsAsked() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = body("https://mcp.example.com/mcp");
    id = once(key, body).statusCode(201).extract().path("id");

    once(key, body).statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(id));
    root.post(SERVERS, body).statusCode(409).body("code", equalTo("DUPLICATE"));
  }

  private ValidatableResponse once(String key, Map<String, Object> body) {
    return root.request().header("Idempotency-Key", key).body(body).post(SERVERS).then();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:5432",
        "https://2130706433/mcp",
        "https://[::ffff:127.0.0.1]/mcp",
        "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.5/mcp",
        "http://mcp.example.com/mcp",
        "https://user:secret@mcp.example.com/mcp",
        "file:///etc/passwd"
      })
  void refusesAnAddressThatMustNotBeCalled(String url) {
    root.post(SERVERS, body(url)).statusCode(422).body("errors[0].pointer", equalTo("/url"));
  }

  @Test
  void startsNoProgramThatTheOperatorDoesNotAllow() {
    root.post(SERVERS, Map.of("name", name, "transport", "stdio", "command", "/bin/true"))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/transport"));
  }

  @ParameterizedTest
  @CsvSource({
    "name, Two Words, /name",
    "name, a__b, /name",
    "name, ends_, /name",
    "transport, smoke, /transport",
    "command, npx, /command",
    "url, , /url"
  })
  void refusesWhatIsNoServer(String field, String value, String pointer) {
    Map<String, Object> body = body("https://mcp.example.com/mcp");
    body.put(field, value);

    root.post(SERVERS, body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void refusesHeadersThatCannotBeSent() {
    for (Map<String, Object> headers :
        List.<Map<String, Object>>of(
            Map.of("Host", "evil.example.com"),
            Map.of("Mcp-Session-Id", "x"),
            Map.of("X-A", "one\r\nX-B: two"),
            Map.of("X A", "b"),
            Map.of("X-A", 7))) {
      Map<String, Object> body = body("https://mcp.example.com/mcp");
      body.put("headers", headers);

      root.post(SERVERS, body).statusCode(422).body("errors[0].pointer", equalTo("/headers"));
    }
  }

  @Test
  void offersTheToolsOfAServer() throws IOException {
    try (RunningMcpServer server = offering()) {
      root.get(at()).body("tools", hasItem(name + "__note")).body("tools", hasSize(15));
      root.post(at() + "/refresh").body("left_out", contains("broken", "endless"));
      root.get("/api/v1/tools/" + name + "__note")
          .statusCode(200)
          .body("source", equalTo("mcp"))
          .body("requires_approval", equalTo(true))
          .body("parameters.required[0]", equalTo("text"));

      call("note", Map.of("text", "rye")).statusCode(200).body("result", equalTo("Noted: rye"));
      call("note", Map.of("text", 7))
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/arguments/text"));
      call("fail", Map.of())
          .statusCode(422)
          .body("code", equalTo("TOOL_FAILED"))
          .body("detail", equalTo("There is no ink."));
      call("big", Map.of()).statusCode(200).body("truncated", equalTo(true));
      assertThat(RunningMcpServer.count(folder.resolve("diary"), "\"rye\"")).isEqualTo(1);
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void listsAServersToolsAnewWhenItSaysThatTheyAreOthers() throws IOException {
    String learnt = TOOLS + "/" + name + "__learnt";
    try (RunningMcpServer server = offering()) {
      root.patch(at(), Map.of("requires_approval", false)).statusCode(200);
      root.patch(TOOLS + "/" + name + "__note", Map.of("enabled", false)).statusCode(200);
      root.get(learnt).statusCode(404);

      call("learn", Map.of()).statusCode(200);

      Awaitility.await("the tool that it has learnt")
          .atMost(Duration.ofSeconds(20))
          .until(() -> root.get(learnt).extract().statusCode(), status -> status == 200);
      root.get(learnt).body("unseen", equalTo(true)).body("requires_approval", equalTo(true));
      root.get(TOOLS + "/" + name + "__plain")
          .body("unseen", equalTo(false))
          .body("requires_approval", equalTo(false));
      root.get(TOOLS + "/" + name + "__note").body("enabled", equalTo(false));
      root.get(TOOLS + "/" + name + "__hang_up").statusCode(404);
      root.post(at() + "/refresh").statusCode(200).body("check.ok", equalTo(true));
      root.get(learnt).body("unseen", equalTo(false)).body("requires_approval", equalTo(false));
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void tellsAdministratorsOfAServerThatHasDied() throws IOException {
    try (RunningMcpServer server = offering()) {
      call("die", Map.of()).statusCode(422).body("code", equalTo("TOOL_FAILED"));
      assertThat(server.port()).isPositive();
    }

    root.get(at())
        .body("last_check.ok", equalTo(false))
        .body("last_check.error.code", equalTo("MCP_UNAVAILABLE"))
        .body("version", equalTo(1));
    root.post(at() + "/refresh")
        .statusCode(200)
        .body("check.error.code", equalTo("MCP_UNAVAILABLE"))
        .body("tools", hasSize(15));
  }

  @Test
  void letsAdministratorsSayWhatIsThereAndWhatHasToBeAllowed() throws IOException {
    User ada = User.registered("Ada");
    String note = name + "__note";
    try (RunningMcpServer server = offering()) {
      root.get(TOOLS + "/" + note)
          .statusCode(200)
          .header("ETag", "\"0\"")
          .body("mcp_server_id", equalTo(id))
          .body("enabled", equalTo(true));
      root.patch(TOOLS + "/" + note, Map.of("requires_approval", false))
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("requires_approval", equalTo(false));
      ada.get("/api/v1/tools/" + note).body("requires_approval", equalTo(false));

      root.request()
          .header("If-Match", "\"0\"")
          .body("{\"enabled\":false}")
          .patch(TOOLS + "/" + note)
          .then()
          .statusCode(412);
      root.patch(TOOLS + "/" + note, Map.of("enabled", false)).statusCode(200);
      ada.get("/api/v1/tools/" + note).statusCode(404);
      call("note", Map.of("text", "a")).statusCode(404);
      root.get(TOOLS).body("items.name", hasItem(note));

      root.patch(at(), Map.of("enabled", false)).statusCode(200);
      ada.get("/api/v1/tools").body("items.name", not(hasItem(name + "__plain")));
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void letsAdministratorsSaySoOfColloquysOwnTools() {
    String clock = TOOLS + "/current_time";
    root.patch(clock, Map.of("requires_approval", true)).statusCode(200);
    root.get("/api/v1/tools/current_time").body("requires_approval", equalTo(true));

    Map<String, Object> usual = new HashMap<>();
    usual.put("requires_approval", null);
    root.patch(clock, usual).statusCode(200).body("requires_approval", equalTo(false));
    root.patch(TOOLS + "/spoon", Map.of()).statusCode(404);
  }
}
