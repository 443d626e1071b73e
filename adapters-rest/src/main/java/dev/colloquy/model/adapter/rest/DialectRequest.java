package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.domain.InvalidValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a provider's server differs; what is not mentioned stays as it is, or as it is usual. */
record DialectRequest(
    @Schema(
            implementation = String.class,
            required = false,
            examples = "max_tokens",
            description = "The field that bounds an answer.")
        Optional<String> maxTokensField,
    @Schema(
            implementation = Boolean.class,
            required = false,
            description = "Whether it understands stream_options, by which usage is asked for.")
        Optional<Boolean> streamOptions,
    @Schema(
            implementation = Boolean.class,
            required = false,
            description = "Whether instructions go as developer rather than system.")
        Optional<Boolean> developerRole,
    @Schema(
            implementation = Object.class,
            required = false,
            description = "More headers with each call, merged; no secrets, for they are shown.")
        Optional<Map<String, @Nullable Object>> headers) {

  static DialectRequest from(Fields fields) {
    return new DialectRequest(
        fields.change("max_tokens_field", Json.text()),
        fields.change("stream_options", Json.flag()),
        fields.change("developer_role", Json.flag()),
        fields.change("headers", Json.object().as(DialectRequest::texts)));
  }

  Dialect applyTo(Dialect dialect) {
    return new Dialect(
            maxTokensField.orElse(dialect.maxTokensField()),
            streamOptions.orElse(dialect.streamOptions()),
            developerRole.orElse(dialect.developerRole()),
            merged(dialect.headers()))
        .checked();
  }

  private Map<String, String> merged(Map<String, String> before) {
    Map<String, String> merged = new LinkedHashMap<>(before);
    headers
        .orElse(Map.of())
        .forEach(
            (name, value) -> {
              if (value == null) {
                merged.remove(name);
              } else {
                merged.put(name, value.toString());
              }
            });
    return merged;
  }

  private static Map<String, @Nullable Object> texts(Map<String, @Nullable Object> headers) {
    if (!headers.values().stream().allMatch(it -> it == null || it instanceof String)) {
      throw new InvalidValue("must have texts as values");
    }
    return headers;
  }
}
