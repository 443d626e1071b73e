package dev.colloquy.model.application;

import dev.colloquy.model.domain.CallableModel;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.out.Admission;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.domain.CommonException.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Finds where a model is called and calls it. */
public final class AskModelHandler implements AskModel {

  private final Models models;
  private final LanguageModel language;
  private final CallAllowance allowance;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long a model may say nothing at all
   */
  public AskModelHandler(
      Models models,
      LanguageModel language,
      CallAllowance allowance,
      Duration patience,
      Clock clock) {
    this.models = models;
    this.language = language;
    this.allowance = allowance;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Flow.Publisher<ModelEvent>> handle(Question question) {
    return models
        .callable(question.model())
        .thenApply(AskModelHandler::usable)
        .thenApply(model -> call(question, model))
        .thenApply(call -> language.answer(call, admission(call.endpoint())));
  }

  /** Nothing is counted, and the storage not asked, where there is no limit. */
  private Admission admission(ModelEndpoint endpoint) {
    return endpoint.limited() ? () -> counted(endpoint.provider()) : Admission.FREE;
  }

  private CompletionStage<Void> counted(ProviderId provider) {
    Instant now = clock.instant();
    return allowance.take(provider, now).thenAccept(free -> demand(free, now));
  }

  private static void demand(boolean free, Instant now) {
    if (!free) {
      Instant minute = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      throw new ModelCallFailed(
          Fault.RATE_LIMITED,
          "The provider may not be called more often in this minute.",
          Optional.of(Duration.between(now, minute)));
    }
  }

  private ModelCall call(Question question, CallableModel it) {
    return new ModelCall(
        it.endpoint(),
        it.model().name(),
        question.turns(),
        question.tools(),
        question.temperature(),
        Optional.of(question.maxTokens()),
        patience);
  }

  private static CallableModel usable(Optional<CallableModel> found) {
    return found.orElseThrow(() -> new NotFound("model"));
  }
}
