package dev.colloquy.model.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelException.NoModel;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Chooses among the enabled models. */
public final class ChooseModelHandler implements ChooseModel {

  private final Models models;

  public ChooseModelHandler(Models models) {
    this.models = models;
  }

  @Override
  public CompletionStage<Model> handle(Optional<String> idOrName) {
    return models
        .enabled()
        .thenApply(all -> idOrName.map(it -> meant(it, all)).orElseGet(() -> first(all)));
  }

  @Override
  public CompletionStage<List<Model>> all() {
    return models.enabled();
  }

  @Override
  public CompletionStage<Optional<Model>> find(ModelId model) {
    return models
        .enabled()
        .thenApply(all -> all.stream().filter(it -> it.id().equals(model)).findFirst());
  }

  private static Model meant(String idOrName, List<Model> all) {
    List<Model> matching =
        all.stream()
            .filter(it -> it.id().toString().equals(idOrName) || it.name().equals(idOrName))
            .toList();
    if (matching.isEmpty()) {
      throw ValidationError.at("/model", "must be the id or the name of an enabled model");
    }
    if (matching.size() > 1) {
      throw ValidationError.at("/model", "is the name of several models; use an id");
    }
    return matching.getFirst();
  }

  private static Model first(List<Model> all) {
    return all.stream().findFirst().orElseThrow(NoModel::new);
  }
}
