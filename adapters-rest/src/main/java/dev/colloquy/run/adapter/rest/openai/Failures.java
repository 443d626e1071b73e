package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelException;
import dev.colloquy.model.domain.ModelException.ModelFailed;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.DomainException;

/** What a failed answer is refused with. */
final class Failures {

  private Failures() {}

  /** A refusal where the failure is a model's; any other as it is. */
  static Throwable of(Throwable failure) {
    Throwable cause = Cause.of(failure);
    return cause instanceof ModelCallFailed call ? ModelException.of(call) : cause;
  }

  /** The same for whoever was already told a part, and nothing of our own faults. */
  static DomainException told(Throwable failure) {
    return of(failure) instanceof DomainException refusal
        ? refusal
        : new ModelFailed("The answer broke off.");
  }
}
