package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;

/** How client and server get to know each other. */
final class Greeting {

  private Greeting() {}

  static ObjectNode params() {
    ObjectNode params = Rpc.object().put("protocolVersion", Rpc.VERSION);
    params.set("capabilities", Rpc.object());
    params.set("clientInfo", Rpc.object().put("name", "colloquy").put("version", "1"));
    return params;
  }

  /** Whether the server says by itself when it offers other tools. */
  static boolean announcesTools(JsonNode answer) {
    return answer.path("capabilities").path("tools").path("listChanged").asBoolean(false);
  }

  /** The version that both speak. Fails with {@link McpCallFailed} where there is none. */
  static String agreed(JsonNode answer) {
    String version = answer.path("protocolVersion").asText("");
    if (!Rpc.VERSIONS.contains(version)) {
      throw new McpCallFailed(McpFailure.BROKEN);
    }
    return version;
  }
}
