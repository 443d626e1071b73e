package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import java.time.Duration;
import java.util.Optional;

/** What is said of calls that fail; never with a word of the provider's. */
final class Failures {

  private Failures() {}

  static ModelCallFailed of(Fault fault) {
    return of(fault, Optional.empty());
  }

  static ModelCallFailed of(Fault fault, Optional<Duration> retryAfter) {
    return new ModelCallFailed(fault, sentence(fault), retryAfter);
  }

  private static String sentence(Fault fault) {
    return switch (fault) {
      case KEY_REFUSED -> "The provider does not accept the key.";
      case ADDRESS_REFUSED ->
          "The provider's address leads where only the operator may let Colloquy go.";
      case RATE_LIMITED -> "The provider wants fewer calls.";
      case MODEL_UNKNOWN -> "The provider does not know this model at its address.";
      case REFUSED -> "The provider refuses the question as it is.";
      case UNAVAILABLE -> "The provider cannot be reached, or fails.";
      case TIMEOUT -> "The provider said nothing for too long.";
      case BROKEN -> "The provider's answer breaks its protocol or ends in the middle.";
      case TOO_LARGE -> "The provider's answer is larger than any may be.";
    };
  }
}
