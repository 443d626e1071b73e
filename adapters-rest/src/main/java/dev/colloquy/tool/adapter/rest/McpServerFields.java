package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests about MCP servers have in common. */
final class McpServerFields {

  static final Json<List<String>> ARGUMENTS =
      Json.list(McpTransport.Stdio.MOST_ARGUMENTS, Json.text(McpTransport.Stdio::argument));

  /** Texts by name; null for what is to be taken away. */
  static final Json<Map<String, Optional<McpSecret>>> SECRETS =
      Json.object().as(McpServerFields::secrets);

  private static final String OTHER = "is not for this transport";

  private McpServerFields() {}

  /** Fails with {@link ValidationError} where one is there. */
  static void demandNone(
      Optional<String> command, Optional<List<String>> arguments, Optional<?> environment) {
    List<Violation> violations = new ArrayList<>();
    command.ifPresent(it -> violations.add(new Violation("/command", OTHER)));
    arguments.ifPresent(it -> violations.add(new Violation("/arguments", OTHER)));
    environment.ifPresent(it -> violations.add(new Violation("/environment", OTHER)));
    demand(violations);
  }

  /** Fails with {@link ValidationError} where one is there. */
  static void demandNone(Optional<BaseUrl> url, Optional<?> headers) {
    List<Violation> violations = new ArrayList<>();
    url.ifPresent(it -> violations.add(new Violation("/url", OTHER)));
    headers.ifPresent(it -> violations.add(new Violation("/headers", OTHER)));
    demand(violations);
  }

  /** All of them, of which none may be null. */
  static Map<String, McpSecret> sent(String pointer, Map<String, Optional<McpSecret>> given) {
    Map<String, McpSecret> sent = new LinkedHashMap<>();
    given.forEach(
        (name, secret) ->
            sent.put(
                name,
                secret.orElseThrow(
                    () -> ValidationError.at(pointer, "must have texts as values"))));
    return sent;
  }

  private static void demand(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new ValidationError(violations);
    }
  }

  private static Map<String, Optional<McpSecret>> secrets(Map<String, @Nullable Object> object) {
    Map<String, Optional<McpSecret>> secrets = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value != null && !(value instanceof String)) {
            throw new InvalidValue("must have texts as values");
          }
          secrets.put(name, Optional.ofNullable(value).map(Object::toString).map(McpSecret::new));
        });
    return secrets;
  }
}
