package dev.colloquy.model.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether one node calls a provider at present.
 *
 * @param until when it is called again; empty where it is called now
 */
public record Circuit(State state, Optional<Instant> until) {

  /** Calls are made, as long as nothing speaks against it. */
  public static final Circuit CLOSED = new Circuit(State.CLOSED, Optional.empty());

  /** What calls meet. */
  public enum State {
    /** Calls are made. */
    CLOSED,
    /** The provider failed too often: it is left alone. */
    OPEN,
    /** One call finds out whether the provider is back. */
    HALF_OPEN,
    /** The provider wants to be left alone for a while. */
    COOLING_DOWN
  }
}
