package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.DomainException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A unique value was taken by somebody else (SQLSTATE 23505). A repository says in its own words
 * which one; where it does not, the unit of work ends with {@code IntegrityError}. The transaction
 * is lost either way: where work is to go on, use {@code on conflict}.
 */
public final class UniqueViolation extends RuntimeException {

  UniqueViolation() {
    super("a unique value is taken", null, false, false);
  }

  /**
   * For {@link CompletionStage#exceptionallyCompose}: lets this violation become a refusal of the
   * domain, and every other failure be.
   */
  public static <T> Function<Throwable, CompletionStage<T>> becomes(
      Supplier<? extends DomainException> refusal) {
    return failure ->
        CompletableFuture.failedFuture(
            DatabaseFailures.translated(failure) instanceof UniqueViolation
                ? refusal.get()
                : failure);
  }
}
