package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import java.time.Clock;

/**
 * An error that a provider reports within its stream, when the status has long been sent. Only its
 * type or code is looked at; its message stays where it is.
 */
final class ReportedError {

  private ReportedError() {}

  static ModelCallFailed failure(JsonNode error) {
    JsonNode code = error.path("code");
    if (code.isInt() && code.intValue() >= 400) {
      return Statuses.failure(code.intValue(), null, Clock.systemUTC());
    }
    Fault fromType = fault(error.path("type").asText());
    return Failures.of(fromType == Fault.UNAVAILABLE ? fault(code.asText()) : fromType);
  }

  private static Fault fault(String type) {
    return switch (type) {
      case "authentication_error", "permission_error", "invalid_api_key" -> Fault.KEY_REFUSED;
      case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota" -> Fault.RATE_LIMITED;
      case "not_found_error", "model_not_found" -> Fault.MODEL_UNKNOWN;
      case "invalid_request_error", "request_too_large", "context_length_exceeded" -> Fault.REFUSED;
      default -> Fault.UNAVAILABLE;
    };
  }
}
