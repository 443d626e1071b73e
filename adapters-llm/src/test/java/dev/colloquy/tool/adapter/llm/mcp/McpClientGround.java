package dev.colloquy.tool.adapter.llm.mcp;

import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.testkit.RunningMcpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The client, and a real server over either transport, which keeps a diary. */
abstract class McpClientGround {

  static final Duration LONG = Duration.ofSeconds(15);

  @TempDir Path folder;
  final Vertx vertx = Vertx.vertx();
  final McpServerId id = new McpServerId(UUID.randomUUID());
  final McpRules rules = new McpRules(AddressRules.allowing(List.of("localhost")), true);
  final VertxMcpClient client = new VertxMcpClient(vertx, rules);
  RunningMcpServer server;
  Path diary;

  @BeforeEach
  void start() throws IOException {
    diary = folder.resolve("diary");
    server = RunningMcpServer.start(diary);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    vertx.close();
  }

  McpEndpoint endpoint(McpTransport.Kind kind) {
    return switch (kind) {
      case STREAMABLE_HTTP -> http(server.url());
      case STDIO ->
          new McpEndpoint(
              id,
              new McpTransport.Stdio(RunningMcpServer.java(), RunningMcpServer.arguments()),
              Map.of("MCP_DIARY", new McpSecret(diary.toString())));
    };
  }

  /** A server there, with the token that ours takes. */
  McpEndpoint http(String url) {
    return http(url, "Bearer right");
  }

  McpEndpoint http(String url, String authorization) {
    return new McpEndpoint(
        id,
        new McpTransport.Http(BaseUrl.of(url)),
        Map.of("Authorization", new McpSecret(authorization)));
  }
}
