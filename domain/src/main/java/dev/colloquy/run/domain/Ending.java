package dev.colloquy.run.domain;

import java.util.Optional;

/** How a run ends. */
public sealed interface Ending {

  /** The model has said what it wanted to say. */
  record Complete() implements Ending {}

  /** It cannot go on. */
  record Broken(RunError reason) implements Ending {}

  /** Somebody has called it off. */
  record CalledOff() implements Ending {}

  /** Its time is up. */
  record OutOfTime() implements Ending {}

  default RunStatus status() {
    return switch (this) {
      case Complete() -> RunStatus.COMPLETED;
      case Broken(var reason) -> RunStatus.FAILED;
      case CalledOff() -> RunStatus.CANCELLED;
      case OutOfTime() -> RunStatus.EXPIRED;
    };
  }

  default Optional<RunError> error() {
    return this instanceof Broken(var reason) ? Optional.of(reason) : Optional.empty();
  }
}
