package dev.colloquy.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CauseTest {

  private static final Exception REAL = new IllegalStateException(new CompletionException(null));

  @Test
  void isUnderHoweverManyWrappings() {
    assertThat(Cause.of(REAL)).isSameAs(REAL);
    assertThat(Cause.of(new CompletionException(REAL))).isSameAs(REAL);
    assertThat(Cause.of(new CompletionException(new CompletionException(REAL)))).isSameAs(REAL);
  }

  @Test
  void isAWrappingThatHasNothingInIt() {
    Exception empty = new CompletionException("for no reason", null);

    assertThat(Cause.of(empty)).isSameAs(empty);
  }
}
