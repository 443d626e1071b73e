package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP status other than 200 means (RFC 9110). The body of such an answer is never read:
 * providers repeat keys and prompts in it.
 */
final class Statuses {

  private static final Duration LONGEST = Duration.ofDays(1);

  private Statuses() {}

  static ModelCallFailed failure(int status, @Nullable String retryAfter, Clock clock) {
    return Failures.of(fault(status), retryAfter(retryAfter, clock));
  }

  private static Fault fault(int status) {
    return switch (status) {
      case 401, 403 -> Fault.KEY_REFUSED;
      case 404 -> Fault.MODEL_UNKNOWN;
      case 408, 425 -> Fault.UNAVAILABLE;
      case 429 -> Fault.RATE_LIMITED;
      default -> {
        if (status >= 500) {
          yield Fault.UNAVAILABLE;
        }
        yield status >= 400 ? Fault.REFUSED : Fault.BROKEN;
      }
    };
  }

  /** Seconds or a date; nothing where it is neither, or absurd. */
  private static Optional<Duration> retryAfter(@Nullable String header, Clock clock) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      Duration delay =
          header.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header))
              : Duration.between(clock.instant(), date(header));
      return Optional.of(delay)
          .filter(it -> !it.isNegative())
          .map(it -> it.compareTo(LONGEST) > 0 ? LONGEST : it);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Instant date(String header) {
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
