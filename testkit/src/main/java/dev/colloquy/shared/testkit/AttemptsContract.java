package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.Attempts.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What remembering attempts holds. */
public interface AttemptsContract extends OpenUnitOfWork {

  Rendered ANSWER = new Rendered(201, Map.of("Location", "/things/1"), "{\"b\": 1,  \"a\": \"ä\"}");

  Attempts attempts();

  Clock clock();

  /** Somebody nobody has heard of. */
  UserId user();

  @Test
  default void findsTheVeryAnswerThatWasKept() {
    UserId user = user();

    valueOf(kept(user, "key", "print", ANSWER, later()));

    assertThat(valueOf(found(user, "key"))).contains(new Kept("print", ANSWER));
  }

  @Test
  default void tellsUsersAndKeysApart() {
    UserId user = user();

    valueOf(kept(user, "key", "print", ANSWER, later()));

    assertThat(valueOf(found(user(), "key"))).isEmpty();
    assertThat(valueOf(found(user, "KEY"))).isEmpty();
  }

  @Test
  default void forgetsWhatHasExpiredAndKeepsTheNewInItsPlace() {
    UserId user = user();
    Rendered newer = new Rendered(200, Map.of(), "{}");

    valueOf(kept(user, "key", "old", ANSWER, clock().instant()));
    Optional<Kept> expired = valueOf(found(user, "key"));
    valueOf(kept(user, "key", "new", newer, later()));

    assertThat(expired).isEmpty();
    assertThat(valueOf(found(user, "key"))).contains(new Kept("new", newer));
  }

  @Test
  default void neverReplacesWhatStillCounts() {
    UserId user = user();

    valueOf(kept(user, "key", "print", ANSWER, later()));

    assertFailureOf(kept(user, "key", "other", ANSWER, later())).isInstanceOf(Conflict.class);
    assertThat(valueOf(found(user, "key"))).contains(new Kept("print", ANSWER));
  }

  @Test
  default void forgetsTheAnswerWithItsUnitOfWork() {
    UserId user = user();

    CompletionStage<Void> lost =
        unitOfWork()
            .inTransaction(
                () ->
                    attempts()
                        .keep(user, "key", "print", ANSWER, later())
                        .thenCompose(
                            done -> CompletableFuture.failedFuture(new NotFound("thing"))));

    assertFailureOf(lost).isInstanceOf(NotFound.class);
    assertThat(valueOf(found(user, "key"))).isEmpty();
  }

  @Test
  default void givesAKeyToOneUnitOfWorkAtATimeAndFreesItAtItsEnd() {
    UserId user = user();

    boolean beside =
        whileOpen(() -> attempts().claim(user, "key"), () -> valueOf(claimed(user, "key")));

    assertThat(beside).isFalse();
    assertThat(valueOf(claimed(user, "key"))).isTrue();
  }

  @Test
  default void refusesToClaimToFindAndToKeepWhereNoUnitOfWorkIsUnderWay() {
    UserId user = user();

    assertFailureOf(attempts().claim(user, "key")).isInstanceOf(IllegalStateException.class);
    assertFailureOf(attempts().find(user, "key", clock().instant()))
        .isInstanceOf(IllegalStateException.class);
    assertFailureOf(attempts().keep(user, "key", "print", ANSWER, later()))
        .isInstanceOf(IllegalStateException.class);
  }

  private CompletionStage<Boolean> claimed(UserId user, String key) {
    return unitOfWork().inTransaction(() -> attempts().claim(user, key));
  }

  private Instant later() {
    return clock().instant().plus(Duration.ofHours(1));
  }

  private CompletionStage<Void> kept(
      UserId user, String key, String fingerprint, Rendered answer, Instant until) {
    return unitOfWork().inTransaction(() -> attempts().keep(user, key, fingerprint, answer, until));
  }

  private CompletionStage<Optional<Kept>> found(UserId user, String key) {
    return unitOfWork().inTransaction(() -> attempts().find(user, key, clock().instant()));
  }
}
