package dev.colloquy.model.application;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelException.ProviderHasNoModel;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.TestProvider;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks one of a provider's models a very short question and remembers what came of it. */
public final class TestProviderHandler implements TestProvider {

  /** How long a whole trial may take. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  private static final List<Turn> QUESTION = List.of(new Turn.Asked("Answer with the word: ready"));
  private static final int FEW_TOKENS = 64;

  private final UnitOfWork unitOfWork;
  private final Providers providers;
  private final ModelConfigurations configurations;
  private final Models models;
  private final LanguageModel language;
  private final Timers timers;
  private final Clock clock;

  public TestProviderHandler(
      UnitOfWork unitOfWork,
      Providers providers,
      ModelConfigurations configurations,
      Models models,
      LanguageModel language,
      Timers timers,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.providers = providers;
    this.configurations = configurations;
    this.models = models;
    this.language = language;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public CompletionStage<HealthCheck> handle(Actor.OfUser actor, ProviderId provider) {
    return Administrators.only(actor)
        .thenCompose(administrator -> models.endpointOf(provider))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("provider")))
        .thenCompose(endpoint -> tried(provider, endpoint))
        .thenCompose(check -> remembered(actor, provider, check));
  }

  private CompletionStage<HealthCheck> tried(ProviderId provider, ModelEndpoint endpoint) {
    return configurations
        .list(Optional.of(provider), new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
        .thenApply(TestProviderHandler::usual)
        .thenCompose(model -> asked(model, endpoint));
  }

  private CompletionStage<HealthCheck> asked(Model model, ModelEndpoint endpoint) {
    ModelCall call =
        new ModelCall(
            endpoint,
            model.name(),
            QUESTION,
            List.of(),
            Optional.empty(),
            Optional.of(Math.min(FEW_TOKENS, model.maxTokens())),
            LIMIT);
    Instant begun = clock.instant();
    return Trial.of(language.answer(call), timers, LIMIT, tooLong())
        .thenApply(failure -> check(begun, failure));
  }

  private HealthCheck check(Instant begun, Optional<ModelCallFailed> failure) {
    Instant now = clock.instant();
    return new HealthCheck(now, Duration.between(begun, now), failure.map(HealthCheck.Failure::of));
  }

  private CompletionStage<HealthCheck> remembered(Actor actor, ProviderId id, HealthCheck check) {
    return unitOfWork.inTransaction(
        () ->
            providers
                .find(id)
                .thenApply(found -> found.orElseThrow(() -> new NotFound("provider")))
                .thenApply(provider -> provider.checked(actor, check))
                .thenCompose(providers::saveCheck)
                .thenApply(provider -> check));
  }

  /** The one that would answer first where none is named; one that is off where all are. */
  private static Model usual(Page<ModelConfiguration> all) {
    return all.items().stream()
        .map(ModelConfiguration::model)
        .min(
            Comparator.comparingInt((Model it) -> it.enabled() ? 0 : 1)
                .thenComparingInt(Model::priority))
        .orElseThrow(ProviderHasNoModel::new);
  }

  private static ModelCallFailed tooLong() {
    return new ModelCallFailed(
        Fault.TIMEOUT, "The provider had not answered within " + LIMIT.toSeconds() + " seconds.");
  }
}
