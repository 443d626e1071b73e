package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.port.out.Workers;
import dev.colloquy.shared.domain.port.out.Workers.Pool;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What workers hold. */
public interface WorkersContract {

  Workers workers();

  @ParameterizedTest
  @EnumSource
  default void answersWithWhatTheWorkReturned(Pool pool) {
    assertThat(valueOf(workers().run(pool, () -> 6 * 7))).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  default void failsWithWhatTheWorkThrew(Pool pool) {
    IOException failure = new IOException("the disk is full");

    CompletionStage<Integer> result =
        workers()
            .run(
                pool,
                () -> {
                  throw failure;
                });

    assertFailureOf(result).isSameAs(failure);
  }
}
