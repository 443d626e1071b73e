package dev.colloquy.tool.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain JDK types. */
final class PlainArguments {

  private PlainArguments() {}

  static Map<String, @Nullable Object> of(JsonNode object) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    object.properties().forEach(each -> values.put(each.getKey(), value(each.getValue())));
    return values;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.decimalValue();
      case OBJECT -> of(node);
      case ARRAY -> list(node);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static List<@Nullable Object> list(JsonNode node) {
    List<@Nullable Object> values = new ArrayList<>(node.size());
    node.forEach(item -> values.add(value(item)));
    return values;
  }
}
