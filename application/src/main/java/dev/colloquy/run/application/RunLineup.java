package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.Need;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.shared.domain.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which models are asked for a run, one after the other. */
public final class RunLineup {

  private final ChooseModel models;
  private final OrchestrationRules rules;

  public RunLineup(ChooseModel models, OrchestrationRules rules) {
    this.models = models;
    this.rules = rules;
  }

  /**
   * The one that is named and no other; else those whom the rules want, or the one with the lowest
   * priority where no rule is for it. Fails as {@link ChooseModel#handle} does.
   */
  CompletionStage<List<Model>> of(Optional<String> named, Need need) {
    return named.isPresent() ? models.handle(named).thenApply(List::of) : ruled(need);
  }

  /**
   * The same run, for which some model may still be asked. Fails as one does that names a model
   * which is not there.
   */
  CompletionStage<Change<Run>> stillThere(Change<Run> run) {
    RunOrder order = run.now().order();
    return models
        .all()
        .thenApply(able -> Candidates.of(order).filter(ids(able)::contains).findFirst())
        .thenCompose(id -> models.handle(Optional.of(id.orElse(order.model()).toString())))
        .thenApply(model -> run);
  }

  private static List<ModelId> ids(List<Model> models) {
    return models.stream().map(Model::id).toList();
  }

  private CompletionStage<List<Model>> ruled(Need need) {
    return rules
        .enabled()
        .thenCompose(
            all -> models.all().thenApply(able -> OrchestrationRule.lineup(all, able, need)))
        .thenCompose(this::orUsual);
  }

  private CompletionStage<List<Model>> orUsual(List<Model> lineup) {
    return lineup.isEmpty()
        ? models.handle(Optional.empty()).thenApply(List::of)
        : CompletableFuture.completedFuture(lineup);
  }
}
