package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;

/** A server answers a request with an error. */
final class RpcError extends RuntimeException {

  private static final int LONGEST = 1_000;

  RpcError(JsonNode error) {
    super(sentence(error), null, false, false);
  }

  private static String sentence(JsonNode error) {
    String said = error.path("message").asText("");
    return "The server refuses the call: "
        + (said.length() > LONGEST ? said.substring(0, LONGEST) : said);
  }
}
