package dev.colloquy.access;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.bootstrap.testing.Administrator;
import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.bootstrap.testing.User;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.tool.adapter.llm.mcp.VertxMcpClient;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.testkit.RunningMcpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I12: nobody writes lines of the log, and no secret is ever in it, however much is logged. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class LogTest {

  private static final String MCP_SERVERS = "/api/v1/admin/mcp-servers";
  private static final String FORGED = "2026-01-01 ERROR forged\u001b[31m";

  @TestHTTPResource("/")
  URI root;

  @TempDir Path folder;

  @Inject Vertx vertx;

  private Calls calls;
  private LogLines log;

  @BeforeEach
  void listen() {
    calls = new Calls(root);
    log = LogLines.listening();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void hearsWhatIsLogged() {
    Logger.getLogger("dev.colloquy.planted").trace("a planted secret");

    assertThat(log.text()).contains("a planted secret");
  }

  @Test
  void neverShowsASecret() {
    User ada = User.registered("Ada");
    Calls.Answer login = login("/login", "username\":\"" + ada.username(), User.PASSWORD);
    String refresh = login.expect(200).field("refresh_token");
    String access = login.field("access_token");
    String wrong = "wrong " + UUID.randomUUID();
    login("/login", "username\":\"" + ada.username(), wrong).expect(401);
    Calls.Answer key =
        post(ada, "/api/v1/users/me/api-keys", "{\"name\":\"A\",\"scopes\":[\"read\"]}");
    Calls.Answer invited =
        post(
            ada,
            "/api/v1/workspaces/" + ada.workspace() + "/invitations",
            "{\"email\":\"x@y.org\",\"role\":\"viewer\"}");
    post(ada, "/api/v1/invitations/" + invited.field("token") + "/accept", "");
    String ticket = post(ada, "/api/v1/events/tickets", "").expect(201).field("ticket");
    calls.send("", "GET", "/api/v1/output/stream?ticket=" + ticket).expect(200);
    calls.send("", "GET", "/api/v1/output/stream?ticket=" + ticket).expect(401);
    calls.send(key.field("key"), "GET", "/api/v1/users/me").expect(200);
    calls.send(key.field("key"), "DELETE", "/api/v1/users/me").expect(403);
    calls
        .send(
            "",
            "POST",
            "/api/v1/auth/refresh",
            Optional.of("{\"refresh_token\":\"" + refresh + "\"}"))
        .expect(200);

    List<String> secrets =
        List.of(
            User.PASSWORD,
            wrong,
            access,
            refresh,
            key.field("key"),
            invited.field("token"),
            ticket);

    assertThat(log.text()).doesNotContain(secrets);
  }

  @Test
  void saysNothingOfWordsThatAreTooLongToBeFound() {
    User ada = User.registered("Ada");
    String conversation =
        post(
                ada,
                "/api/v1/conversations",
                "{\"workspace_id\":\"" + ada.workspace() + "\",\"topic\":\"Long\"}")
            .expect(201)
            .field("id");

    post(
            ada,
            "/api/v1/conversations/" + conversation + "/runs",
            "{\"input\":\"" + "y".repeat(5_000) + "\"}")
        .expect(202);

    assertThat(log.text()).doesNotContain("too long to be indexed");
  }

  @Test
  void takesNobodyWhoGoesAwayForAFault() throws IOException {
    User ada = User.registered("Ada");
    String begun =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + ada.token()
            + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";

    for (int i = 0; i < 10; i++) {
      try (Socket socket = new Socket(root.getHost(), root.getPort())) {
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        calls.send(ada.token(), "GET", "/api/v1/users/me").expect(200);
      }
    }

    Awaitility.await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(5))
        .until(() -> !log.text().contains("failed: POST /v1/chat/completions"));
  }

  @Test
  void neverShowsAProvidersKey() {
    User root = Administrator.loggedIn();
    String key = "sk-planted-" + UUID.randomUUID();
    String providers = "/api/v1/admin/providers";
    String body =
        "{\"name\":\"%s\",\"kind\":\"openai_compatible\",\"api_key\":\"%s\",\"base_url\":\"%s\"}";
    // nobody listens at port 1
    String provider =
        post(root, providers, body.formatted(key.hashCode(), key, "http://localhost:1"))
            .expect(201)
            .id();
    post(root, providers, body.formatted("A", key, "http://127.0.0.1")).expect(422);
    post(root, providers, body.formatted("A", key, "x\",\"more\":\"" + key)).expect(422);
    post(root, providers, body.formatted("A", key, "x\"}}")).expect(400);
    post(
            root,
            "/api/v1/admin/models",
            "{\"provider_id\":\"%s\",\"name\":\"m\",\"enabled\":false,\"context_window\":9,\"max_tokens\":5}"
                .formatted(provider))
        .expect(201);

    Calls.Answer tried = post(root, providers + "/" + provider + "/test", "").expect(200);

    assertThat(tried.body()).contains("MODEL_UNAVAILABLE");
    assertThat(log.text()).doesNotContain(key);
  }

  @Test
  void neverShowsASecretOfAnMcpServer() throws IOException {
    User root = Administrator.loggedIn();
    String secret = "planted-" + UUID.randomUUID();
    String name = "s" + secret.substring(24).replace("-", "");
    try (RunningMcpServer server = RunningMcpServer.start(folder.resolve("diary"))) {
      String body =
          "{\"name\":\"%s\",\"transport\":\"streamable_http\",\"url\":\"%s\",\"headers\":{%s}}";
      String headers = "\"Authorization\":\"Bearer right\",\"X-Planted\":\"" + secret + "\"";
      // what is wrong with the request, with its address and with the secret itself
      post(root, MCP_SERVERS, body.formatted(name, "x", headers + "}")).expect(400);
      post(root, MCP_SERVERS, body.formatted(name, "http://127.0.0.1", headers)).expect(422);
      post(root, MCP_SERVERS, body.formatted(name, server.url(), "\"X A\":\"" + secret + "\""))
          .expect(422);
      String at =
          MCP_SERVERS
              + "/"
              + post(root, MCP_SERVERS, body.formatted(name, server.url(), headers))
                  .expect(201)
                  .id();
      String tool = "/api/v1/tools/" + name + "__";
      String nothing = "{\"arguments\":{}}";

      assertThat(post(root, at + "/refresh", "").expect(200).body()).contains(name + "__note");
      post(root, tool + "fail/invoke", nothing).expect(422);
      post(root, tool + "die/invoke", nothing).expect(422);
      assertThat(post(root, at + "/refresh", "").expect(200).body()).contains("MCP_UNAVAILABLE");
      post(root, tool + "plain/invoke", "{\"arguments\":{\"text\":\"a\"}}").expect(422);
      patch(root, at, "{\"headers\":{\"X-Planted\":\"" + secret + "\\r\\n\"}}").expect(422);
      patch(root, at, "{\"headers\":{\"X-Planted\":\"" + secret + " too\"}}").expect(200);
      calls.send(root.token(), "DELETE", at).expect(204);
    }

    assertThat(log.text()).doesNotContain(secret);
  }

  @Test
  void neverShowsAVariableOfAProgram() throws IOException {
    String secret = "planted-" + UUID.randomUUID();
    McpRules rules = new McpRules(AddressRules.allowing(List.of()), true);
    Path diary = folder.resolve("diary-" + secret);
    Map<String, McpSecret> variables =
        Map.of("MCP_DIARY", new McpSecret(diary.toString()), "TOKEN", new McpSecret(secret));
    McpEndpoint program = program(RunningMcpServer.java(), variables);
    try (VertxMcpClient client = new VertxMcpClient(vertx, rules)) {
      valueOf(client.tools(program));
      assertThat(valueOf(client.call(program, call("environment")))).contains("TOKEN");
      assertFailureOf(client.call(program, call("die"))).isInstanceOf(McpCallFailed.class);
      assertFailureOf(client.tools(program("/no/such/program", variables)))
          .isInstanceOf(McpCallFailed.class);
    }

    assertThat(diary).exists();
    assertThat(log.text()).doesNotContain(secret);
  }

  private static McpEndpoint program(String command, Map<String, McpSecret> variables) {
    return new McpEndpoint(
        new McpServerId(UUID.randomUUID()),
        new McpTransport.Stdio(command, RunningMcpServer.arguments()),
        variables);
  }

  private static McpClient.Call call(String tool) {
    return new McpClient.Call(
        tool, new HashMap<>(), Duration.ofSeconds(15), new CompletableFuture<>());
  }

  @Test
  void hasNoLinesThatSomebodyElseWrote() throws IOException {
    User ada = User.registered("Ada");
    String json = "\\r\\n" + FORGED.replace("\u001b", "\\u001b");
    calls.send(
        ada.token(), "PATCH", "/api/v1/users/me", Optional.of("{\"name\":\"Ada" + json + "\"}"));
    post(ada, "/api/v1/workspaces", "{\"name\":\"A" + json + "\",\"description\":\"B\"}");
    login("/login", "username\":\"" + json, json);
    raw("GET /api/v1/x%0d%0aERROR%20forged%1b[31m HTTP/1.1\r\nHost: x\r\n");
    raw("GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\t" + FORGED + "\r\n");
    raw("GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\rERROR forged\r\n");
    raw("GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\nUser-Agent: " + FORGED + "\r\n");
    raw("GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\ntraceparent: " + FORGED + "\r\n");
    raw("GET /api/v1/workspaces HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + FORGED + "\r\n");

    assertThat(log.text()).doesNotContain("forged", "\u001b[31m");
  }

  private Calls.Answer login(String route, String name, String password) {
    return calls.send(
        "",
        "POST",
        "/api/v1/auth" + route,
        Optional.of("{\"" + name + "\",\"password\":\"" + password + "\"}"));
  }

  private Calls.Answer patch(User user, String path, String body) {
    return calls.send(user.token(), "PATCH", path, Optional.of(body));
  }

  private Calls.Answer post(User user, String path, String body) {
    return calls.send(user.token(), "POST", path, Optional.of(body).filter(it -> !it.isEmpty()));
  }

  // what a client's library would refuse to send
  private void raw(String head) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }
}
