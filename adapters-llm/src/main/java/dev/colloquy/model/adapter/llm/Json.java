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
import java.io.UncheckedIOException;
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

  /**
   * A text that may be absent or null; {@code BROKEN} where it is something else, or half a
   * character. U+0000, which no database takes as text, becomes U+FFFD.
   */
  static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isTextual() || !isWhole(node.textValue())) {
      throw Failures.of(Fault.BROKEN);
    }
    return node.textValue().replace('\0', '\uFFFD');
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

  /** Written as UTF-8; half a character, which has none, as its escape. */
  static Buffer bytes(JsonNode node) {
    try {
      return Buffer.buffer(MAPPER.writeValueAsBytes(node));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Whether no character is a half of one. */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE);
  }
}
