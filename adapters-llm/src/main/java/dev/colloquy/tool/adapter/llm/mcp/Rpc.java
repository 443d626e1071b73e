package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON-RPC 2.0 as MCP uses it. */
final class Rpc {

  /** The version that is asked for. */
  static final String VERSION = "2025-11-25";

  /** What a server is asked for its tools with. */
  static final String LISTING = "tools/list";

  /** What a server says when these are others. */
  static final String LIST_CHANGED = "notifications/tools/list_changed";

  /** Those that say the same about tools. */
  static final List<String> VERSIONS = List.of("2024-11-05", "2025-03-26", "2025-06-18", VERSION);

  private static final int METHOD_NOT_FOUND = -32601;
  private static final int DEEPEST = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Rpc() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode request(long id, String method, JsonNode params) {
    ObjectNode message = notification(method, params);
    message.put("id", id);
    return message;
  }

  static ObjectNode notification(String method, JsonNode params) {
    ObjectNode message = object().put("jsonrpc", "2.0").put("method", method);
    message.set("params", params);
    return message;
  }

  /** What becomes of a request of the server's: it hears that we are here, and nothing else. */
  static ObjectNode answer(JsonNode request) {
    ObjectNode message = object().put("jsonrpc", "2.0");
    message.set("id", request.path("id"));
    if (request.path("method").asText().equals("ping")) {
      message.set("result", object());
    } else {
      message.set("error", object().put("code", METHOD_NOT_FOUND).put("message", "not offered"));
    }
    return message;
  }

  /** A message; empty where it is no JSON object. */
  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  static JsonNode tree(Map<String, @Nullable Object> plain) {
    return MAPPER.valueToTree(plain);
  }

  static Buffer bytes(JsonNode message) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(message));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static String text(JsonNode node) {
    return bytes(node).toString(StandardCharsets.UTF_8);
  }
}
