package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How much somebody may take of the models in a period. What it is of stays; only the limit
 * changes.
 *
 * @param limit how much may be taken; nothing is allowed with zero
 * @param version raised by one with every change
 */
public record Quota(
    QuotaId id,
    QuotaSubject subject,
    Metric metric,
    Period period,
    BigDecimal limit,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The highest limit there is. */
  public static final BigDecimal MAX_LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

  private static final int DECIMALS = 6;

  /** Fails with {@link ValidationError} at {@code /limit}. */
  public static Change<Quota> set(
      Actor.OfUser actor,
      QuotaId id,
      QuotaSubject subject,
      Metric metric,
      Period period,
      BigDecimal limit,
      Instant now) {
    Quota set = new Quota(id, subject, metric, period, fit(metric, limit), now, now, 1);
    return Change.of(set, new QuotaEvent.Created(actor, now, set));
  }

  /** Allows more or less from now on. Fails with {@link ValidationError} at {@code /limit}. */
  public Change<Quota> allow(Actor.OfUser actor, BigDecimal other, Instant now) {
    BigDecimal fit = fit(metric, other);
    if (fit.compareTo(limit) == 0) {
      return Change.nothing(this);
    }
    Quota changed = new Quota(id, subject, metric, period, fit, createdAt, now, version + 1);
    return Change.of(changed, new QuotaEvent.Updated(actor, now, changed));
  }

  /** Limits nothing any more. */
  public Change<Quota> lift(Actor.OfUser actor, Instant now) {
    return Change.of(this, new QuotaEvent.Deleted(actor, now, this));
  }

  private static BigDecimal fit(Metric metric, BigDecimal limit) {
    BigDecimal plain = plain(limit);
    int decimals = metric == Metric.COST ? DECIMALS : 0;
    if (plain.signum() < 0 || plain.compareTo(MAX_LIMIT) > 0) {
      throw ValidationError.at("/limit", "must be from 0 to " + MAX_LIMIT);
    }
    if (plain.scale() > decimals) {
      throw ValidationError.at(
          "/limit", decimals == 0 ? "must be a whole number" : "must have at most 6 decimals");
    }
    return plain;
  }

  /** The same amount without needless zeros, so that it looks alike wherever it comes from. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
