package dev.colloquy.model.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.domain.CommonException.NotFound;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Finds where a model is called and calls it. */
public final class AskModelHandler implements AskModel {

  private final ChooseModel choose;
  private final Models models;
  private final LanguageModel language;
  private final Duration patience;

  /**
   * @param patience how long a model may say nothing at all
   */
  public AskModelHandler(
      ChooseModel choose, Models models, LanguageModel language, Duration patience) {
    this.choose = choose;
    this.models = models;
    this.language = language;
    this.patience = patience;
  }

  @Override
  public CompletionStage<Flow.Publisher<ModelEvent>> handle(Question question) {
    return choose
        .find(question.model())
        .thenApply(AskModelHandler::enabled)
        .thenCompose(
            model -> models.endpointOf(model.provider()).thenApply(it -> call(question, model, it)))
        .thenApply(language::answer);
  }

  private ModelCall call(Question question, Model model, Optional<ModelEndpoint> endpoint) {
    return new ModelCall(
        endpoint.orElseThrow(() -> new NotFound("model")),
        model.name(),
        question.turns(),
        question.tools(),
        question.temperature(),
        Optional.of(question.maxTokens()),
        patience);
  }

  private static Model enabled(Optional<Model> found) {
    return found.orElseThrow(() -> new NotFound("model"));
  }
}
