package dev.colloquy.tool.adapter.llm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.ArgumentReader;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads arguments strictly, and holds them against the tool's JSON Schema. */
public final class JsonSchemaArguments implements ArgumentReader {

  private static final String ROOT = "/arguments";
  private static final int DEEPEST = 32;
  private static final int MOST_VIOLATIONS = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final ValidatorFactory schemas =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory(MAPPER));

  @Override
  public CompletionStage<Map<String, @Nullable Object>> read(Tool tool, String arguments) {
    return CompletableFuture.completedStage(arguments)
        .thenApply(JsonSchemaArguments::parsed)
        .thenApply(parsed -> fitting(tool, parsed))
        .thenApply(PlainArguments::of);
  }

  private static JsonNode parsed(String arguments) {
    if (arguments.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw ValidationError.at(ROOT, "must have at most " + MAX_BYTES + " bytes");
    }
    try {
      JsonNode parsed = MAPPER.readTree(arguments);
      if (parsed != null && parsed.isObject()) {
        return parsed;
      }
    } catch (JsonProcessingException notJson) {
      // what Jackson says of it shows more of the parser than of the mistake
    }
    throw ValidationError.at(ROOT, "must be a JSON object");
  }

  private JsonNode fitting(Tool tool, JsonNode arguments) {
    List<Violation> violations =
        errors(tool, arguments).stream()
            .limit(MOST_VIOLATIONS)
            .map(JsonSchemaArguments::violation)
            .toList();
    if (!violations.isEmpty()) {
      throw new ValidationError(violations);
    }
    return arguments;
  }

  private List<Error> errors(Tool tool, JsonNode arguments) {
    return switch (tool.source()) {
      case BUILT_IN -> schemas.validate(tool.parameters(), arguments).getErrors();
      case MCP -> ofOthers(tool, arguments);
    };
  }

  private static List<Error> ofOthers(Tool tool, JsonNode arguments) {
    try {
      return Schemas.errors(tool.parameters(), arguments);
    } catch (JsonProcessingException | RuntimeException | StackOverflowError unusable) {
      throw ValidationError.at(ROOT, "cannot be held against the tool's parameters");
    }
  }

  private static Violation violation(Error error) {
    return new Violation(ROOT + error.getInstanceLocation(), error.getError());
  }
}
