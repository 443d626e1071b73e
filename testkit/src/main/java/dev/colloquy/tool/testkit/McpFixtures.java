package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.SealedSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** MCP servers, for tests. */
public final class McpFixtures {

  /** A moment that the database keeps as it is. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  public static final SealedSecrets SECRETS =
      new SealedSecrets(Map.of("Authorization", "c2VhbGVk"));

  /** A tool that takes a city. */
  public static final McpTool FORECAST =
      new McpTool(
          "forecast",
          "Tells the weather.",
          "{\"type\":\"object\",\"required\":[\"city\"],\"properties\":{\"city\":{\"type\":\"string\"}}}");

  private McpFixtures() {}

  /** A name that nobody has. */
  public static McpServerName unique() {
    return new McpServerName("s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
  }

  /** At a public address; each call has to be allowed. */
  public static McpServerDraft draft(McpServerName name) {
    return new McpServerDraft(name, http("https://mcp.example.com/mcp"), true, true);
  }

  /** A program. */
  public static McpServerDraft program(McpServerName name) {
    return new McpServerDraft(
        name, new McpTransport.Stdio("npx", List.of("-y", "some-server")), false, false);
  }

  public static McpTransport http(String url) {
    return new McpTransport.Http(BaseUrl.of(url));
  }

  /** A server that was just set up. */
  public static Change<McpServer> setUp(Actor actor, McpServerDraft draft) {
    return McpServer.setUp(actor, new McpServerId(UUID.randomUUID()), draft, SECRETS, NOON);
  }
}
