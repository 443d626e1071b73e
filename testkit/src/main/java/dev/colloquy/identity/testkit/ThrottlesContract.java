package dev.colloquy.identity.testkit;

import static dev.colloquy.identity.testkit.IdentityFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.Tally;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.out.Throttles;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of counters does. */
public interface ThrottlesContract {

  Throttles throttles();

  /** The rule for logins by account. */
  Backoff rule();

  private static ThrottleKey fresh() {
    return ThrottleKey.account(new LoginName(UUID.randomUUID().toString()));
  }

  /** Whatever is done in whatever order, the model counts the same. */
  @Test
  default void countsAsTheModelDoes() {
    ThrottleKey key = fresh();
    Random random = new Random(7);
    Instant now = NOON;
    Tally model = Tally.clean(now);
    for (int i = 0; i < 60; i++) {
      now = now.plus(Duration.ofSeconds(random.nextInt(120)));

      Admission said = valueOf(throttles().attempt(key, now));

      assertThat(said).isEqualTo(model.admit(rule(), now));
      model = model.count(rule(), now);
      assertThat(valueOf(throttles().look(key, now))).isEqualTo(model.admit(rule(), now));
      if (random.nextInt(6) == 0) {
        valueOf(throttles().forgive(key));
        model = model.forgive(rule());
      }
    }
  }

  @Test
  default void startsAnewAfterItHasForgotten() {
    ThrottleKey key = fresh();
    Admission first = valueOf(throttles().attempt(key, NOON));
    valueOf(throttles().attempt(key, NOON));

    valueOf(throttles().forget(key));

    assertThat(valueOf(throttles().attempt(key, NOON))).isEqualTo(first);
  }

  @Test
  default void countsEveryOneOfManyAttemptsAtOnce() {
    ThrottleKey key = fresh();
    CompletableFuture<?>[] attempts =
        Stream.generate(() -> throttles().attempt(key, NOON).toCompletableFuture())
            .limit(20)
            .toArray(CompletableFuture[]::new);

    long admitted =
        Stream.of(attempts)
            .map(each -> (Admission) valueOf(each))
            .filter(Admission::admitted)
            .count();

    assertThat(admitted).isEqualTo(rule().free());
  }
}
