package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.DomainException;

/** What the choice of a model is refused with. */
public abstract sealed class ModelException extends DomainException {

  private ModelException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** No model is enabled. */
  public static final class NoModel extends ModelException {

    public NoModel() {
      super(
          "NO_MODEL",
          Kind.CONFLICT,
          "No model is enabled; an administrator has to set one up first.");
    }
  }
}
