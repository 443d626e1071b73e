package dev.colloquy.model.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.CallAllowance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everybody does who counts calls. */
public interface CallAllowanceContract {

  Instant MINUTE = Instant.parse("2026-03-01T12:00:00Z");

  CallAllowance allowance();

  /** A provider with at most ten calls a minute. */
  ProviderId limited();

  /** A provider without a limit. */
  ProviderId unlimited();

  private List<Boolean> take(int times, ProviderId provider, Instant now) {
    List<CompletionStage<Boolean>> taken =
        IntStream.range(0, times).mapToObj(i -> allowance().take(provider, now)).toList();
    return taken.stream().map(it -> valueOf(it)).toList();
  }

  @Test
  default void letsAsManyCallsThroughAsTheLimitSaysHoweverManyComeAtOnce() {
    ProviderId provider = limited();

    assertThat(take(25, provider, MINUTE.plusSeconds(3))).filteredOn(free -> free).hasSize(10);
    assertThat(take(1, provider, MINUTE.plusSeconds(59))).containsExactly(false);
  }

  @Test
  default void beginsAnewWithEachMinute() {
    ProviderId provider = limited();
    take(11, provider, MINUTE.plusSeconds(59));

    assertThat(take(1, provider, MINUTE.plusSeconds(60))).containsExactly(true);
  }

  @Test
  default void countsForALateClockInTheMinuteThatTheOthersHaveReached() {
    ProviderId provider = limited();
    take(10, provider, MINUTE.plusSeconds(60));

    assertThat(take(1, provider, MINUTE.plusSeconds(58))).containsExactly(false);
    assertThat(take(1, provider, MINUTE.plusSeconds(61))).containsExactly(false);
  }

  @Test
  default void countsEachProviderByItself() {
    take(10, limited(), MINUTE);

    assertThat(take(1, limited(), MINUTE)).containsExactly(true);
  }

  @Test
  default void letsEveryCallThroughWhereThereIsNoLimit() {
    assertThat(take(25, unlimited(), MINUTE)).doesNotContain(false);
    assertThat(take(1, new ProviderId(UUID.randomUUID()), MINUTE)).containsExactly(true);
  }
}
