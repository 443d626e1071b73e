package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Texts;
import dev.colloquy.tool.adapter.llm.Schemas;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.port.out.McpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads page by page which tools there are, and leaves out what models could not be offered. */
final class Offers {

  /** Of all schemas together: they are read whenever somebody asks which tools there are. */
  private static final int MOST_BYTES = 512 * 1024;

  private static final int MOST_PAGES = 50;
  private static final int LONGEST_CURSOR = 4_000;
  private static final int LONGEST_SHOWN = 100;

  private final Map<String, McpTool> tools = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private int pages;
  private int bytes;

  /** Reads a page. Answers what leads to the next one; empty where there is none. */
  Optional<String> add(JsonNode page) {
    JsonNode listed = page.path("tools");
    if (!listed.isArray()) {
      throw new McpCallFailed(McpFailure.BROKEN);
    }
    listed.forEach(this::offer);
    pages++;
    JsonNode cursor = page.path("nextCursor");
    boolean more = cursor.isTextual() && pages < MOST_PAGES && !isFull();
    return more
        ? Optional.of(cursor.textValue()).filter(it -> it.length() <= LONGEST_CURSOR)
        : Optional.empty();
  }

  McpClient.Listing listing() {
    return new McpClient.Listing(List.copyOf(tools.values()), leftOut);
  }

  private boolean isFull() {
    return tools.size() >= McpClient.MOST_TOOLS;
  }

  private void offer(JsonNode listed) {
    if (isFull()) {
      return;
    }
    String name = listed.path("name").asText("");
    Optional<McpTool> tool = tools.containsKey(name) ? Optional.empty() : tool(name, listed);
    if (tool.isPresent() && bytes + tool.get().parameters().length() <= MOST_BYTES) {
      bytes += tool.get().parameters().length();
      tools.put(name, tool.get());
    } else if (leftOut.size() < McpClient.MOST_TOOLS) {
      leftOut.add(shown(name));
    }
  }

  private static Optional<McpTool> tool(String name, JsonNode listed) {
    JsonNode schema = listed.path("inputSchema");
    if (!schema.isObject()) {
      return Optional.empty();
    }
    String parameters = Rpc.text(schema);
    if (parameters.getBytes(StandardCharsets.UTF_8).length > McpTool.LARGEST_PARAMETERS
        || !Schemas.isUsable(parameters)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new McpTool(
              Texts.checked(name, 1, McpTool.LONGEST_NAME),
              description(listed),
              Texts.storable(parameters)));
    } catch (InvalidValue unspeakable) {
      return Optional.empty();
    }
  }

  private static String description(JsonNode listed) {
    String text = listed.path("description").asText("");
    int characters = text.codePointCount(0, text.length());
    return Texts.storable(
        characters <= McpTool.LONGEST_DESCRIPTION
            ? text
            : text.substring(0, text.offsetByCodePoints(0, McpTool.LONGEST_DESCRIPTION)));
  }

  private static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_SHOWN)
        .map(it -> Character.isISOControl(it) || (it >= 0xD800 && it <= 0xDFFF) ? 0xFFFD : it)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
