package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ToolOffer;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** JSON as providers speak it. */
final class Json {

  private static final int DEEPEST = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What a provider sent; {@code BROKEN} where it is no JSON object. */
  static JsonNode received(String text) {
    return parsed(text).orElseThrow(() -> Failures.of(Fault.BROKEN));
  }

  /** The text as a JSON object; empty where it is none. */
  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  /** A text that may be absent or null; {@code BROKEN} where it is something else, or no text. */
  static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isTextual() || !isText(node.textValue())) {
      throw Failures.of(Fault.BROKEN);
    }
    return node.textValue();
  }

  /** A number of tokens; none where it is none. */
  static long count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() ? Math.max(0, node.longValue()) : 0;
  }

  /**
   * What a tool takes.
   *
   * @throws IllegalArgumentException where it is no JSON object
   */
  static JsonNode schema(ToolOffer offer) {
    return parsed(offer.parameters())
        .orElseThrow(() -> new IllegalArgumentException("a schema is a JSON object"));
  }

  /**
   * Written as UTF-8.
   *
   * @throws IllegalArgumentException where a text in it is none
   */
  static Buffer bytes(JsonNode node) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(node));
    } catch (JsonProcessingException halfCharacter) {
      throw new IllegalArgumentException("it cannot be written as UTF-8");
    }
  }

  /** Neither half a character nor U+0000, which no database takes as text. */
  private static boolean isText(String text) {
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
}
