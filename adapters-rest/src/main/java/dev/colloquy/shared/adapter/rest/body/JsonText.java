package dev.colloquy.shared.adapter.rest.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Finds text that PostgreSQL cannot store: U+0000 and halves of surrogate pairs. */
final class JsonText {

  private JsonText() {}

  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Looks through the whole body, names and parts that nobody will read included. */
  static void check(JsonNode node, Pointer at, Violations violations) {
    if (node.isTextual() && !isStorable(node.textValue())) {
      violations.add(at.value(), "must not contain U+0000 or half a surrogate pair");
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), at.item(i), violations);
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        checkField(each.getKey(), each.getValue(), at, violations);
      }
    }
  }

  private static void checkField(String name, JsonNode node, Pointer at, Violations violations) {
    if (isStorable(name)) {
      check(node, at.field(name), violations);
    } else {
      violations.add(at.value(), "must not name a field with U+0000 or half a surrogate pair");
    }
  }
}
