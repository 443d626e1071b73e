package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.DomainException;

/** What this context refuses, beyond what every context refuses. */
public abstract sealed class ModelException extends DomainException {

  private ModelException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  /** Models of the provider are set up. */
  public static final class ProviderInUse extends ModelException {

    public ProviderInUse() {
      super(
          "PROVIDER_IN_USE",
          Kind.CONFLICT,
          "Models of this provider are set up; delete them first, or make the provider inactive.");
    }
  }

  /** Runs refer to the model. */
  public static final class ModelInUse extends ModelException {

    public ModelInUse() {
      super(
          "MODEL_IN_USE",
          Kind.CONFLICT,
          "Runs have used this model; disable it instead of deleting it.");
    }
  }

  /** There is nothing to try the provider with. */
  public static final class ProviderHasNoModel extends ModelException {

    public ProviderHasNoModel() {
      super(
          "PROVIDER_HAS_NO_MODEL",
          Kind.CONFLICT,
          "The provider is tried by asking one of its models; set one up first.");
    }
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
