package dev.colloquy.shared.adapter.rest.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns free-form JSON into plain JDK types: strings, numbers, booleans, nulls, maps and lists. */
final class PlainValues {

  /** Written without an exponent; {@code 1e308} is short here and long in the database. */
  private static final int MAX_DIGITS = 40;

  private PlainValues() {}

  static Map<String, @Nullable Object> map(ObjectNode node, Pointer at, Violations violations) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      values.put(each.getKey(), value(each.getValue(), at.field(each.getKey()), violations));
    }
    return values;
  }

  private static @Nullable Object value(JsonNode node, Pointer at, Violations violations) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node, at, violations);
      case OBJECT -> map((ObjectNode) node, at, violations);
      case ARRAY -> list(node, at, violations);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static List<@Nullable Object> list(JsonNode node, Pointer at, Violations violations) {
    List<@Nullable Object> values = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      values.add(value(node.get(i), at.item(i), violations));
    }
    return values;
  }

  private static @Nullable Number number(JsonNode node, Pointer at, Violations violations) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    BigDecimal value = node.decimalValue();
    long wholeDigits = (long) value.precision() - value.scale();
    if (Math.max(wholeDigits, 0L) + Math.max(value.scale(), 0L) > MAX_DIGITS) {
      violations.add(at.value(), "must be a number of at most " + MAX_DIGITS + " digits");
      return null;
    }
    return value;
  }
}
