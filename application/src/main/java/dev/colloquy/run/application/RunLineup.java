package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelException.NoModel;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.Need;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

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
   * Those that an order names and that may still be asked. Fails as one does that names a model
   * which is not there, where it is none of them.
   */
  CompletionStage<List<Model>> stillThere(RunOrder order) {
    return models
        .all()
        .thenApply(able -> Candidates.of(order).flatMap(id -> with(id, able)).toList())
        .thenCompose(
            left ->
                left.isEmpty()
                    ? models.handle(Optional.of(order.model().toString())).thenApply(List::of)
                    : CompletableFuture.completedFuture(left));
  }

  private static Stream<Model> with(ModelId id, List<Model> able) {
    return able.stream().filter(it -> it.id().equals(id));
  }

  private CompletionStage<List<Model>> ruled(Need need) {
    return rules
        .enabled()
        .thenCompose(all -> models.all().thenApply(able -> lineup(all, able, need)));
  }

  private static List<Model> lineup(List<OrchestrationRule> rules, List<Model> able, Need need) {
    List<Model> wanted = OrchestrationRule.lineup(rules, able, need);
    return wanted.isEmpty() ? List.of(able.stream().findFirst().orElseThrow(NoModel::new)) : wanted;
  }
}
