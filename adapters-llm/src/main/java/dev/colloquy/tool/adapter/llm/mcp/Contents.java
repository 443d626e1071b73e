package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import java.util.ArrayList;
import java.util.List;

/** What a tool answers, as text: models read nothing else. */
final class Contents {

  private static final int LONGEST_COMPLAINT = 2_000;

  private Contents() {}

  /** Fails with {@link ToolFailed} where the tool says that it failed. */
  static String text(JsonNode result) {
    JsonNode content = result.path("content");
    if (!content.isArray() && !result.path("structuredContent").isObject()) {
      throw new McpCallFailed(McpFailure.BROKEN);
    }
    List<String> parts = new ArrayList<>();
    content.forEach(block -> parts.add(part(block)));
    if (parts.isEmpty() && result.path("structuredContent").isObject()) {
      parts.add(Rpc.text(result.path("structuredContent")));
    }
    String text = String.join("\n", parts);
    if (result.path("isError").asBoolean(false)) {
      throw new ToolFailed(complaint(text));
    }
    return text;
  }

  private static String complaint(String text) {
    String said = text.isBlank() ? "The tool failed and does not say why." : text;
    return said.length() > LONGEST_COMPLAINT ? said.substring(0, LONGEST_COMPLAINT) : said;
  }

  private static String part(JsonNode block) {
    String type = block.path("type").asText("");
    return switch (type) {
      case "text" -> block.path("text").asText("");
      case "image", "audio" -> "[" + type + ": " + block.path("mimeType").asText("?") + "]";
      case "resource_link" -> "[link: " + block.path("uri").asText("?") + "]";
      case "resource" -> resource(block.path("resource"));
      default -> "[something that is no text]";
    };
  }

  private static String resource(JsonNode resource) {
    JsonNode text = resource.path("text");
    return text.isTextual()
        ? text.textValue()
        : "[resource: " + resource.path("uri").asText("?") + "]";
  }
}
