package dev.colloquy.model.adapter.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.Circuit.State;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.shared.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BreakerTest {

  private final TestClock clock = new TestClock();
  private final Breaker breaker = new Breaker(1, clock);

  private boolean lets() {
    return breaker.refusal().isEmpty();
  }

  private ModelCallFailed refusal() {
    return breaker.refusal().orElseThrow();
  }

  /** So many calls that end so. */
  private void failing(int calls, Fault fault) {
    for (int i = 0; i < calls; i++) {
      assertThat(lets()).isTrue();
      breaker.failed(Failures.of(fault));
    }
  }

  private void rateLimited(Duration retryAfter) {
    breaker.failed(Failures.of(Fault.RATE_LIMITED, Optional.of(retryAfter)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "TIMEOUT", "BROKEN"})
  void leavesAProviderAloneThatFailsAgainAndAgain(Fault fault) {
    failing(4, fault);
    assertThat(breaker.look()).isEqualTo(Circuit.CLOSED);

    failing(1, fault);

    assertThat(refusal().fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(refusal().retryAfter()).contains(Breaker.PAUSE);
    assertThat(breaker.look())
        .isEqualTo(new Circuit(State.OPEN, Optional.of(clock.instant().plus(Breaker.PAUSE))));
  }

  @Test
  void saysHowMuchOfThePauseIsLeft() {
    failing(5, Fault.UNAVAILABLE);

    clock.advance(Breaker.PAUSE.minusSeconds(7));

    assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "KEY_REFUSED",
        "RATE_LIMITED",
        "ADDRESS_REFUSED",
        "MODEL_UNKNOWN",
        "REFUSED",
        "TOO_LARGE"
      })
  void holdsNothingAgainstAProviderThatAnswersOrWasNotAsked(Fault fault) {
    failing(50, fault);

    assertThat(lets()).isTrue();
  }

  @Test
  void holdsAMinuteOldFailuresAgainstNobody() {
    failing(4, Fault.UNAVAILABLE);

    clock.advance(Duration.ofSeconds(61));
    failing(4, Fault.UNAVAILABLE);

    assertThat(lets()).isTrue();
  }

  @Test
  void goesOnAsLongAsMoreThanHalfOfTheCallsAreAnswered() {
    for (int i = 0; i < 6; i++) {
      assertThat(lets()).isTrue();
      breaker.answered();
    }

    failing(5, Fault.UNAVAILABLE);
    assertThat(breaker.look()).isEqualTo(Circuit.CLOSED);
    failing(1, Fault.UNAVAILABLE);

    assertThat(breaker.look().state()).isEqualTo(State.OPEN);
  }

  @Test
  void countsAnswersThatBreakOff() {
    for (int i = 0; i < 3; i++) {
      assertThat(lets()).isTrue();
      breaker.answered();
      breaker.brokeOff(Failures.of(Fault.BROKEN));
    }

    assertThat(breaker.look().state()).isEqualTo(State.OPEN);
  }

  @Test
  void letsOneCallFindOutWhetherTheProviderIsBack() {
    failing(5, Fault.UNAVAILABLE);
    clock.advance(Breaker.PAUSE);
    assertThat(breaker.look()).isEqualTo(new Circuit(State.HALF_OPEN, Optional.empty()));

    assertThat(lets()).isTrue();
    assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(1));
    breaker.answered();

    assertThat(breaker.look()).isEqualTo(Circuit.CLOSED);
    assertThat(lets()).isTrue();
    assertThat(lets()).isTrue();
  }

  @Test
  void leavesAProviderAloneOnceMoreThatIsNotBack() {
    failing(5, Fault.UNAVAILABLE);
    clock.advance(Breaker.PAUSE);

    failing(1, Fault.TIMEOUT);

    assertThat(refusal().retryAfter()).contains(Breaker.PAUSE);
  }

  @Test
  void letsTheNextCallFindOutWhereTheFirstWasGivenUp() {
    failing(5, Fault.UNAVAILABLE);
    clock.advance(Breaker.PAUSE);
    assertThat(lets()).isTrue();

    breaker.left();

    assertThat(lets()).isTrue();
  }

  @Test
  void takesARefusedKeyForASignOfLife() {
    failing(5, Fault.UNAVAILABLE);
    clock.advance(Breaker.PAUSE);

    failing(1, Fault.KEY_REFUSED);

    assertThat(breaker.look()).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void leavesAProviderAloneForAsLongAsItWants() {
    rateLimited(Duration.ofSeconds(20));

    clock.advance(Duration.ofSeconds(5));

    assertThat(refusal().fault()).isEqualTo(Fault.RATE_LIMITED);
    assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(15));
    assertThat(breaker.look())
        .isEqualTo(new Circuit(State.COOLING_DOWN, Optional.of(clock.instant().plusSeconds(15))));
    clock.advance(Duration.ofSeconds(15));
    assertThat(lets()).isTrue();
  }

  @Test
  void keepsToTheLongestOfWhatAProviderWants() {
    rateLimited(Duration.ofSeconds(20));
    rateLimited(Duration.ofSeconds(3));
    assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(20));

    rateLimited(Duration.ofDays(1));

    assertThat(refusal().retryAfter()).contains(Breaker.LONGEST_COOL_DOWN);
  }

  @Test
  void forgetsEverythingOnceAProviderIsKnownToBeWell() {
    failing(5, Fault.UNAVAILABLE);
    rateLimited(Duration.ofSeconds(20));

    breaker.close();

    assertThat(breaker.look()).isEqualTo(Circuit.CLOSED);
    failing(4, Fault.UNAVAILABLE);
    assertThat(lets()).isTrue();
  }
}
