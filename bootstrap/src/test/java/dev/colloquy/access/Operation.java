package dev.colloquy.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An operation of the API, as its description names it. */
record Operation(String method, String path) {

  static Operation of(String text) {
    return new Operation(
        text.substring(0, text.indexOf(' ')), text.substring(text.indexOf(' ') + 1));
  }

  /** All that are described by the running application. */
  static List<Operation> described(Calls calls) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document(calls).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        all.add(new Operation(each.getKey().toUpperCase(Locale.ROOT), path.getKey()));
      }
    }
    return all;
  }

  static JsonNode document(Calls calls) {
    try {
      return new ObjectMapper().readTree(calls.send("", "GET", "/q/openapi?format=json").body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the description says of it. */
  JsonNode in(JsonNode document) {
    return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
  }

  boolean changes() {
    return !method.equals("GET") && !path.equals("/api/v1/search");
  }

  boolean isIn(String things) {
    return path.startsWith("/api/v1/" + things + "/{id}");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
