package dev.colloquy.tool.adapter.llm.mcp;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.port.out.McpClient;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The protocol's own server for trials, which npm brings: only where {@code COLLOQUY_TEST_NPM} says
 * that it may, for it needs the network and Node.
 */
@EnabledIfEnvironmentVariable(named = "COLLOQUY_TEST_NPM", matches = "true")
final class EverythingServerTest {

  private static final String PACKAGE = "@modelcontextprotocol/server-everything@2026.8.31";
  private static final Duration LONG = Duration.ofSeconds(15);

  @TempDir static Path folder;
  private static Vertx vertx;
  private static VertxMcpClient client;
  private static Process server;
  private static int port;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    int done =
        new ProcessBuilder(
                "npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), PACKAGE)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start()
            .waitFor();
    assertThat(done).isZero();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder http = new ProcessBuilder("node", program(), "streamableHttp");
    http.environment().put("PORT", Integer.toString(port));
    server = http.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    vertx = Vertx.vertx();
    client =
        new VertxMcpClient(vertx, new McpRules(AddressRules.allowing(List.of("localhost")), true));
    awaitServer();
  }

  private static void awaitServer() throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (true) {
      try (Socket there = new Socket("localhost", port)) {
        assertThat(there.isConnected()).isTrue();
        return;
      } catch (IOException notYet) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  @AfterAll
  static void stop() {
    client.close();
    server.destroyForcibly();
    vertx.close();
  }

  private static String program() {
    return folder
        .resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js")
        .toString();
  }

  private static McpEndpoint endpoint(McpTransport.Kind kind) {
    McpServerId id =
        new McpServerId(UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)));
    return switch (kind) {
      case STREAMABLE_HTTP ->
          new McpEndpoint(
              id, new McpTransport.Http(BaseUrl.of("http://localhost:" + port + "/mcp")), Map.of());
      case STDIO ->
          new McpEndpoint(
              id,
              new McpTransport.Stdio("node", List.of(program(), "stdio")),
              Map.of("PATH", new McpSecret(Objects.toString(System.getenv("PATH"), ""))));
    };
  }

  private static CompletionStage<String> call(
      McpTransport.Kind kind, String tool, Duration patience, Map<String, Object> arguments) {
    return client.call(
        endpoint(kind),
        new McpClient.Call(
            tool, new HashMap<>(arguments), patience, new CompletableFuture<Void>()));
  }

  @ParameterizedTest
  @EnumSource
  void offersTools(McpTransport.Kind kind) {
    McpClient.Listing listing = valueOf(client.tools(endpoint(kind)));

    assertThat(listing.tools()).extracting(McpTool::name).contains("echo");
    assertThat(listing.leftOut()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isHeardWhenItSaysSo(McpTransport.Kind kind) {
    client.forget(endpoint(kind).server());
    valueOf(call(kind, "echo", LONG, Map.of("message", "a")));
    assertThat(client.changed()).contains(endpoint(kind));

    McpClient.Listing listing = valueOf(client.tools(endpoint(kind)));

    assertThat(listing.tools()).isNotEmpty();
    assertThat(client.changed()).doesNotContain(endpoint(kind));
  }

  @ParameterizedTest
  @EnumSource
  void answers(McpTransport.Kind kind) {
    assertThat(valueOf(call(kind, "echo", LONG, Map.of("message", "hä 🙂"))))
        .isEqualTo("Echo: hä 🙂");
    assertThat(valueOf(call(kind, "get-sum", LONG, Map.of("a", 2, "b", 40)))).contains("42");
    assertThat(valueOf(call(kind, "get-tiny-image", LONG, Map.of())))
        .contains("[image: image/png]");
  }

  @ParameterizedTest
  @EnumSource
  void isGivenUpAndGoesOn(McpTransport.Kind kind) {
    Map<String, Object> slow = Map.of("duration", 10, "steps", 5);

    assertFailureOf(call(kind, "trigger-long-running-operation", Duration.ofMillis(500), slow))
        .isInstanceOf(McpCallFailed.class);
    assertThat(valueOf(call(kind, "echo", LONG, Map.of("message", "a")))).isEqualTo("Echo: a");
  }

  @Test
  void seesNoVariableOfOurs() {
    assertThat(valueOf(call(McpTransport.Kind.STDIO, "get-env", LONG, Map.of())))
        .contains("PATH")
        .doesNotContain("COLLOQUY_TEST_NPM");
  }
}
