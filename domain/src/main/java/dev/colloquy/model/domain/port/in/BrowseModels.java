package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.shared.domain.Actor;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads which models may be used. */
public interface BrowseModels {

  /** The enabled ones, in the order of their priority and then of their names; never many. */
  CompletionStage<List<Model>> list(Actor.OfUser actor);

  /** An enabled one. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Model> get(Actor.OfUser actor, ModelId model);
}
