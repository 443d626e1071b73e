package dev.colloquy.usage.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Limits what may be taken of models; for administrators, all others get {@code AccessDenied}. */
public interface ManageQuotas {

  /**
   * Limits somebody; what was used in this period, and what is under way, counts. Fails with {@code
   * ValidationError} at {@code /limit}, at {@code /subject_id} for somebody unknown, and with
   * {@code Duplicate}.
   */
  CompletionStage<Quota> create(Create command);

  /**
   * Allows more or less; what is under way stays. Fails with {@code NotFound}, {@code
   * ValidationError} or {@code PreconditionFailed}.
   */
  CompletionStage<Quota> change(ChangeLimit command);

  /** Takes a limit away. Fails with {@code NotFound} or {@code PreconditionFailed}. */
  CompletionStage<Void> delete(Delete command);

  /** A new quota. */
  record Create(
      Actor.OfUser actor, QuotaSubject subject, Metric metric, Period period, BigDecimal limit) {}

  /**
   * Another limit.
   *
   * @param limit the same one where empty
   */
  record ChangeLimit(
      Actor.OfUser actor, QuotaId quota, Optional<BigDecimal> limit, Precondition precondition) {}

  /** An end. */
  record Delete(Actor.OfUser actor, QuotaId quota, Precondition precondition) {}
}
