package dev.colloquy.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The API's description, held against what is really answered. */
final class Contract {

  private final JsonNode document;

  Contract(JsonNode document) {
    this.document = document;
  }

  /** What of an answer the description does not say. */
  Optional<String> surprise(Operation operation, Calls.Answer answer) {
    JsonNode told =
        resolved(operation.in(document).path("responses").path(Integer.toString(answer.status())));
    String type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
    if (told.isMissingNode()) {
      return Optional.of(operation + " answers " + answer.status() + " " + answer.body());
    }
    boolean expected = type.isEmpty() ? !told.has("content") : told.path("content").has(type);
    return expected
        ? Optional.empty()
        : Optional.of(operation + " answers " + answer.status() + " as " + type);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
