package dev.colloquy.model.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.domain.CommonException.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Finds where a model is called and calls it. */
public final class AskModelHandler implements AskModel {

  private final ChooseModel choose;
  private final Models models;
  private final LanguageModel language;
  private final CallAllowance allowance;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long a model may say nothing at all
   */
  public AskModelHandler(
      ChooseModel choose,
      Models models,
      LanguageModel language,
      CallAllowance allowance,
      Duration patience,
      Clock clock) {
    this.choose = choose;
    this.models = models;
    this.language = language;
    this.allowance = allowance;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Flow.Publisher<ModelEvent>> handle(Question question) {
    return choose
        .find(question.model())
        .thenApply(AskModelHandler::enabled)
        .thenCompose(
            model -> models.endpointOf(model.provider()).thenApply(it -> call(question, model, it)))
        .thenCompose(this::answered);
  }

  private CompletionStage<Flow.Publisher<ModelEvent>> answered(Planned planned) {
    Instant now = clock.instant();
    return mayCall(planned, now)
        .thenApply(free -> free ? language.answer(planned.call()) : new Unanswered(tooMany(now)));
  }

  /** Nothing is counted, and the storage not asked, where there is no limit. */
  private CompletionStage<Boolean> mayCall(Planned planned, Instant now) {
    return planned.call().endpoint().limited()
        ? allowance.take(planned.provider(), now)
        : CompletableFuture.completedFuture(true);
  }

  private static ModelCallFailed tooMany(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return new ModelCallFailed(
        Fault.RATE_LIMITED,
        "The provider may not be called more often in this minute.",
        Optional.of(Duration.between(now, minute)));
  }

  private Planned call(Question question, Model model, Optional<ModelEndpoint> endpoint) {
    return new Planned(
        model.provider(),
        new ModelCall(
            endpoint.orElseThrow(() -> new NotFound("model")),
            model.name(),
            question.turns(),
            question.tools(),
            question.temperature(),
            Optional.of(question.maxTokens()),
            patience));
  }

  private record Planned(ProviderId provider, ModelCall call) {}

  private static Model enabled(Optional<Model> found) {
    return found.orElseThrow(() -> new NotFound("model"));
  }
}
