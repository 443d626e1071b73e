package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.RetryAfter;
import dev.colloquy.shared.domain.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What asking for more than is allowed is refused with. */
public abstract sealed class UsageException extends DomainException {

  private UsageException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(code, kind, detail, parameters);
  }

  /** A quota would not hold with this call. */
  public static final class QuotaExceeded extends UsageException implements RetryAfter {

    private final Duration retryAfter;

    /** Takes the quota, and when it was asked for more than that. */
    public QuotaExceeded(Quota quota, Instant now) {
      super(
          "QUOTA_EXCEEDED",
          Kind.TOO_MANY,
          "With this call more %s would be taken than the quota allows in a %s."
              .formatted(lower(quota.metric()), lower(quota.period())),
          Map.of(
              "subject", lower(quota.subject().kind()),
              "metric", lower(quota.metric()),
              "period", lower(quota.period()),
              "limit", quota.limit(),
              "resets_at", Times.format(quota.period().end(now))));
      this.retryAfter = Duration.between(now, quota.period().end(now));
    }

    @Override
    public Duration retryAfter() {
      return retryAfter;
    }

    private static String lower(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
