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

  /** A model was asked and gave no answer, or not the whole of it. */
  public static final class ModelFailed extends ModelException {

    public ModelFailed(String sentence) {
      super("MODEL_FAILED", Kind.UNAVAILABLE, sentence);
    }
  }

  /** A model's provider does not take the question as it is. */
  public static final class ModelRefused extends ModelException {

    public ModelRefused(String sentence) {
      super("MODEL_REFUSED", Kind.INVALID, sentence);
    }
  }

  /** What whoever asked is told of a call that came to nothing. */
  public static ModelException of(ModelCallFailed call) {
    return call.fault() == ModelCallFailed.Fault.REFUSED
        ? new ModelRefused(call.sentence())
        : new ModelFailed(call.sentence());
  }
}
