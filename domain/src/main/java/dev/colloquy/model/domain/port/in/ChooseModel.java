package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds the model that is meant; for handlers. */
public interface ChooseModel {

  /**
   * The enabled model of this id or name, or the one with the lowest priority. Fails with {@code
   * ValidationError} at {@code /model} where there is none or more than one of the name, and with
   * {@code NoModel} where none was named and none is enabled.
   */
  CompletionStage<Model> handle(Optional<String> idOrName);

  /** The enabled ones, in the order of their priority. */
  CompletionStage<List<Model>> all();

  /** The model of this id, as long as it is enabled. */
  CompletionStage<Optional<Model>> find(ModelId model);
}
