package dev.colloquy.model.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * A call of a model that came to no answer. The sentence is Colloquy's own and safe to show and to
 * keep: nothing of what the provider said is in it, for providers repeat keys.
 */
public final class ModelCallFailed extends RuntimeException {

  private final Fault fault;
  private final transient Optional<Duration> retryAfter;

  /** What went wrong. */
  public enum Fault {
    /** The provider does not accept the key. */
    KEY_REFUSED,
    /** The provider wants fewer calls. */
    RATE_LIMITED,
    /** The provider's address leads where nobody but the operator may let Colloquy go. */
    ADDRESS_REFUSED,
    /** The provider does not know the model. */
    MODEL_UNKNOWN,
    /** The provider refuses the question as it is: too long, or with what it does not take. */
    REFUSED,
    /** The provider cannot be reached, or fails. */
    UNAVAILABLE,
    /** The provider said nothing for too long. */
    TIMEOUT,
    /** What came is not the protocol, or ended in the middle. */
    BROKEN,
    /** The answer is larger than any may be. */
    TOO_LARGE;

    /** How a run or a trial that failed so names it. */
    public String code() {
      return this == MODEL_UNKNOWN ? name() : "MODEL_" + name();
    }

    /** Whether the same call may well succeed a little later. */
    public boolean isTransient() {
      return switch (this) {
        case RATE_LIMITED, UNAVAILABLE, TIMEOUT, BROKEN -> true;
        case KEY_REFUSED, ADDRESS_REFUSED, MODEL_UNKNOWN, REFUSED, TOO_LARGE -> false;
      };
    }
  }

  public ModelCallFailed(Fault fault, String sentence) {
    this(fault, sentence, Optional.empty());
  }

  /** Takes how long the provider wants to be left alone. */
  public ModelCallFailed(Fault fault, String sentence, Optional<Duration> retryAfter) {
    super(sentence, null, false, false);
    this.fault = fault;
    this.retryAfter = retryAfter;
  }

  public Fault fault() {
    return fault;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
