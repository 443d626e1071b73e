package dev.colloquy.shared.adapter.rest.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Parses a body into a JSON object and refuses whatever two parsers might read differently. */
final class StrictJson {

  /** Levels of objects and arrays, the body being the first. */
  static final int MAX_DEPTH = 32;

  private static final int MAX_TOKENS = 50_000;
  private static final int MAX_NUMBER_LENGTH = 100;

  private static final ObjectReader READER =
      new ObjectMapper(factory())
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private StrictJson() {}

  static ObjectNode parse(byte[] body) {
    if (body.length == 0) {
      throw new MalformedRequest("A JSON body is needed.");
    }
    if (tree(text(body)) instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedRequest("The body must be a JSON object.");
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRequest("The body is not UTF-8.");
    }
  }

  private static JsonNode tree(String text) {
    try {
      return READER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new MalformedRequest(
          "The body has more than %d levels or %d values, or a number of more than %d digits."
              .formatted(MAX_DEPTH, MAX_TOKENS, MAX_NUMBER_LENGTH));
    } catch (JsonProcessingException e) {
      throw new MalformedRequest(
          "The body is not one well-formed JSON value without repeated names" + place(e) + ".");
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  // Names come from strangers: they are neither interned nor kept in a table of symbols.
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxTokenCount(MAX_TOKENS)
                .build())
        .build();
  }
}
