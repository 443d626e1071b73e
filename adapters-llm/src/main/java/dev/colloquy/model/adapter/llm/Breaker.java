package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.Circuit.State;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps calls from a provider that fails, or that wants to be left alone. A provider has answered
 * with its first word, or with a refusal of the call; what fails afterwards counts too.
 */
final class Breaker {

  /** How long a provider is left alone once it has failed too often. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** However long a provider wants to be left alone, it is asked again after this. */
  static final Duration LONGEST_COOL_DOWN = Duration.ofMinutes(15);

  /** How soon to come back while one call finds out. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final int FEWEST_CALLS = 5;
  private static final float FAILED_PERCENT = 50;
  private static final int SECONDS_LOOKED_BACK = 60;

  private final long version;
  private final Clock clock;
  private final CircuitBreaker circuit;
  private final AtomicReference<Instant> openUntil = new AtomicReference<>(Instant.MIN);
  private final AtomicReference<Instant> coolUntil = new AtomicReference<>(Instant.MIN);

  /** Takes which of its provider's settings it is about. */
  Breaker(long version, Clock clock) {
    this.version = version;
    this.clock = clock;
    this.circuit = CircuitBreaker.of("provider", config(clock));
    circuit.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
  }

  private static CircuitBreakerConfig config(Clock clock) {
    return CircuitBreakerConfig.custom()
        .clock(clock)
        .slidingWindowType(SlidingWindowType.TIME_BASED)
        .slidingWindowSize(SECONDS_LOOKED_BACK)
        .minimumNumberOfCalls(FEWEST_CALLS)
        .failureRateThreshold(FAILED_PERCENT)
        // it waits until the time has passed, and whoever comes back at it is not sent away again
        .waitDurationInOpenState(PAUSE.minusMillis(1))
        .permittedNumberOfCallsInHalfOpenState(1)
        .build();
  }

  long version() {
    return version;
  }

  /** Lets a call begin, or says why not. One that may begin ends by one of the four below. */
  Optional<ModelCallFailed> refusal() {
    Instant now = clock.instant();
    Instant cool = coolUntil.get();
    if (now.isBefore(cool)) {
      return Optional.of(
          new ModelCallFailed(
              Fault.RATE_LIMITED,
              "The provider wants to be left alone for a while.",
              Optional.of(Duration.between(now, cool))));
    }
    return circuit.tryAcquirePermission() ? Optional.empty() : Optional.of(leftAlone(now));
  }

  /** The provider has begun to answer. */
  void answered() {
    circuit.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /** The provider came to no answer. */
  void failed(ModelCallFailed failure) {
    switch (failure.fault()) {
      case UNAVAILABLE, TIMEOUT, BROKEN -> circuit.onError(0, TimeUnit.NANOSECONDS, failure);
      case RATE_LIMITED -> {
        answered();
        failure.retryAfter().ifPresent(this::coolDown);
      }
      case KEY_REFUSED, MODEL_UNKNOWN, REFUSED, TOO_LARGE -> answered();
      case ADDRESS_REFUSED -> left();
    }
  }

  /** The provider had begun to answer and did not come to its end. */
  void brokeOff(ModelCallFailed failure) {
    switch (failure.fault()) {
      case UNAVAILABLE, TIMEOUT, BROKEN -> circuit.onError(0, TimeUnit.NANOSECONDS, failure);
      case RATE_LIMITED -> failure.retryAfter().ifPresent(this::coolDown);
      case KEY_REFUSED, MODEL_UNKNOWN, REFUSED, TOO_LARGE, ADDRESS_REFUSED -> {}
    }
  }

  /** Whoever asked has left before the provider said anything. */
  void left() {
    circuit.releasePermission();
  }

  /** The provider is well: whatever was known of it is forgotten. */
  void close() {
    coolUntil.set(Instant.MIN);
    circuit.reset();
  }

  Circuit look() {
    Instant now = clock.instant();
    Instant cool = coolUntil.get();
    if (now.isBefore(cool)) {
      return new Circuit(State.COOLING_DOWN, Optional.of(cool));
    }
    return switch (circuit.getState()) {
      case OPEN, FORCED_OPEN -> open(now);
      case HALF_OPEN -> new Circuit(State.HALF_OPEN, Optional.empty());
      case CLOSED, DISABLED, METRICS_ONLY -> Circuit.CLOSED;
    };
  }

  /** The breaker itself moves on with the next call only. */
  private Circuit open(Instant now) {
    Instant until = openUntil.get();
    return now.isBefore(until)
        ? new Circuit(State.OPEN, Optional.of(until))
        : new Circuit(State.HALF_OPEN, Optional.empty());
  }

  private ModelCallFailed leftAlone(Instant now) {
    Duration rest = Duration.between(now, openUntil.get());
    return new ModelCallFailed(
        Fault.UNAVAILABLE,
        "The provider failed several times a moment ago and is left alone for a while.",
        Optional.of(rest.compareTo(SOON) < 0 ? SOON : rest));
  }

  private void coolDown(Duration wanted) {
    Duration longest = wanted.compareTo(LONGEST_COOL_DOWN) > 0 ? LONGEST_COOL_DOWN : wanted;
    Instant until = clock.instant().plus(longest);
    coolUntil.accumulateAndGet(until, (known, told) -> told.isAfter(known) ? told : known);
  }

  private void moved(StateTransition transition) {
    if (transition.getToState() == CircuitBreaker.State.OPEN) {
      openUntil.set(clock.instant().plus(PAUSE));
    }
  }
}
