package dev.colloquy.event.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LowWaterMarkTest {

  private final LowWaterMark mark = new LowWaterMark();

  @Test
  void risesOverIdsWhoseTransactionsHaveEnded() {
    mark.learn(100, 100, 50, true);
    mark.learn(105, 110, 60, true);
    assertThat(mark.value()).isZero();

    mark.learn(111, 120, 70, true);

    assertThat(mark.value()).isEqualTo(50);
  }

  @Test
  void waitsForATransactionThatStaysOpen() {
    mark.learn(100, 101, 50, true);
    mark.learn(100, 120, 60, true);
    mark.learn(100, 140, 70, true);

    assertThat(mark.value()).isZero();

    mark.learn(150, 160, 80, true);

    assertThat(mark.value()).isEqualTo(60);
  }

  @Test
  void doesNotRiseOverWhatAFullRoundLeftBehind() {
    mark.learn(100, 100, 5_000, true);
    mark.learn(110, 110, 5_000, false);
    mark.learn(120, 120, 5_000, false);

    assertThat(mark.value()).isZero();
  }
}
