package dev.colloquy.tool.adapter.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.util.List;
import java.util.Set;

/**
 * JSON Schemas that others wrote. Their regular expressions are left to them: one that never ends
 * would hold a thread of ours.
 */
public final class Schemas {

  private static final Set<String> EXPRESSIONS = Set.of("pattern", "patternProperties");
  private static final Set<String> MAPS =
      Set.of("properties", "$defs", "definitions", "dependentSchemas");
  private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples");

  /** What would refuse properties that only an expression allows. */
  private static final Set<String> OTHERS = Set.of("additionalProperties", "unevaluatedProperties");

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JacksonNode.Factory NODES = new JacksonNode.Factory(MAPPER);

  /** Five times what 64 KiB of usual arguments take, and well below a second. */
  private static final long MOST = 500_000;

  private Schemas() {}

  /**
   * Whether arguments can be held against it; the text is JSON. A server of somebody else's wrote
   * it: whatever the validator throws at it means no, and so do references without an end and those
   * that take too long.
   */
  public static boolean isUsable(String schema) {
    try {
      JsonNode tree = MAPPER.readTree(schema);
      validators().validate(withoutExpressions(tree), JsonNodeFactory.instance.objectNode());
      return tree.path("type").asText("object").equals("object");
    } catch (Exception | StackOverflowError unusable) {
      return false;
    }
  }

  /** What does not fit a usable schema; fails where it cannot be said. */
  static List<Error> errors(String schema, JsonNode arguments) throws JsonProcessingException {
    return validators()
        .withDisabledSchemaValidation(true) // it was looked at when it was found usable
        .validate(withoutExpressions(MAPPER.readTree(schema)), arguments)
        .getErrors();
  }

  private static ValidatorFactory validators() {
    return new ValidatorFactory()
        .withJsonNodeFactory(NODES)
        .withEvaluatorFactory(new ValidationBudget(MOST));
  }

  private static JsonNode withoutExpressions(JsonNode schema) {
    if (!(schema instanceof ObjectNode object)) {
      return schema;
    }
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            each -> {
              if (!isLeftOut(object, each.getKey())) {
                plain.set(each.getKey(), member(each.getKey(), each.getValue()));
              }
            });
    return plain;
  }

  private static boolean isLeftOut(ObjectNode schema, String keyword) {
    return EXPRESSIONS.contains(keyword)
        || (OTHERS.contains(keyword) && schema.has("patternProperties"));
  }

  private static JsonNode member(String keyword, JsonNode value) {
    if (VALUES.contains(keyword)) {
      return value;
    }
    if (value.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(withoutExpressions(item)));
      return items;
    }
    if (MAPS.contains(keyword) && value instanceof ObjectNode named) {
      ObjectNode plain = JsonNodeFactory.instance.objectNode();
      named
          .properties()
          .forEach(each -> plain.set(each.getKey(), withoutExpressions(each.getValue())));
      return plain;
    }
    return withoutExpressions(value);
  }
}
