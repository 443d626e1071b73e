package dev.colloquy.shared.application;

import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.CommonException.IdempotencyInProgress;
import dev.colloquy.shared.domain.CommonException.IdempotencyKeyReused;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.in.Once;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks for an earlier answer under the key's lock, and keeps the new one with its effect. */
public final class OnceHandler implements Once {

  private final UnitOfWork unitOfWork;
  private final Attempts attempts;
  private final Clock clock;

  public OnceHandler(UnitOfWork unitOfWork, Attempts attempts, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public <T> CompletionStage<Rendered> perform(
      Attempt attempt, Supplier<CompletionStage<T>> work, Function<T, Rendered> rendering) {
    Supplier<CompletionStage<Rendered>> rendered = () -> work.get().thenApply(rendering);
    return unitOfWork.inTransaction(
        () -> attempt.key().map(key -> once(attempt, key, rendered)).orElseGet(rendered));
  }

  private CompletionStage<Rendered> once(
      Attempt attempt, String key, Supplier<CompletionStage<Rendered>> work) {
    UserId user = attempt.actor().user();
    return attempts
        .claim(user, key)
        .thenCompose(claimed -> claimed ? kept(user, key) : inProgress())
        .thenCompose(
            kept ->
                kept.map(earlier -> replay(attempt, earlier))
                    .orElseGet(() -> work.get().thenCompose(now -> keep(attempt, key, now))));
  }

  private CompletionStage<Optional<Attempts.Kept>> kept(UserId user, String key) {
    return attempts.find(user, key, clock.instant());
  }

  private static <T> CompletionStage<T> inProgress() {
    return CompletableFuture.failedFuture(new IdempotencyInProgress());
  }

  private static CompletionStage<Rendered> replay(Attempt attempt, Attempts.Kept kept) {
    if (!kept.fingerprint().equals(attempt.fingerprint())) {
      return CompletableFuture.failedFuture(new IdempotencyKeyReused());
    }
    return attempt.mayStillSee().get().thenApply(allowed -> replayOf(kept.answer()));
  }

  private CompletionStage<Rendered> keep(Attempt attempt, String key, Rendered now) {
    return attempts
        .keep(
            attempt.actor().user(),
            key,
            attempt.fingerprint(),
            withoutSecret(now),
            clock.instant().plus(REMEMBERED))
        .thenApply(done -> now);
  }

  private static Rendered withoutSecret(Rendered answer) {
    return new Rendered(
        answer.status(), answer.headers(), answer.forReplay().orElse(answer.body()));
  }

  private static Rendered replayOf(Rendered answer) {
    return new Rendered(answer.status(), answer.headers(), answer.body(), true, Optional.empty());
  }
}
