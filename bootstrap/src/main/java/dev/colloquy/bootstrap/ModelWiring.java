package dev.colloquy.bootstrap;

import dev.colloquy.model.adapter.llm.ProviderCircuits;
import dev.colloquy.model.adapter.llm.VertxLanguageModel;
import dev.colloquy.model.adapter.llm.VertxProviderProbe;
import dev.colloquy.model.adapter.persistence.PgCallAllowance;
import dev.colloquy.model.adapter.persistence.PgModelConfigurations;
import dev.colloquy.model.adapter.persistence.PgModels;
import dev.colloquy.model.adapter.persistence.PgProbeRota;
import dev.colloquy.model.adapter.persistence.PgProviders;
import dev.colloquy.model.adapter.security.BoxedKeySafe;
import dev.colloquy.model.application.AskModelHandler;
import dev.colloquy.model.application.BrowseModelConfigurationsHandler;
import dev.colloquy.model.application.BrowseModelsHandler;
import dev.colloquy.model.application.BrowseProvidersHandler;
import dev.colloquy.model.application.ChooseModelHandler;
import dev.colloquy.model.application.ManageModelsHandler;
import dev.colloquy.model.application.ManageProvidersHandler;
import dev.colloquy.model.application.ProviderWatch;
import dev.colloquy.model.application.TestProviderHandler;
import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.BrowseModelConfigurations;
import dev.colloquy.model.domain.port.in.BrowseModels;
import dev.colloquy.model.domain.port.in.BrowseProviders;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.model.domain.port.in.ManageModels;
import dev.colloquy.model.domain.port.in.ManageProviders;
import dev.colloquy.model.domain.port.in.TestProvider;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.model.domain.port.out.Circuits;
import dev.colloquy.model.domain.port.out.KeySafe;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.ProviderProbe;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The model context, put together. */
@Singleton
final class ModelWiring {

  /** How long a model may say nothing at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  void start(
      @Observes StartupEvent started,
      ProviderWatch watch,
      Timers timers,
      @ConfigProperty(name = "colloquy.provider-probe-interval", defaultValue = "0")
          Duration interval) {
    watch.start(timers, interval);
  }

  @Produces
  @Singleton
  KeySafe keySafe(MasterSecret secret, SecureRandom random) {
    return new BoxedKeySafe(new SecretBox(secret, "providers' keys", random));
  }

  @Produces
  @Singleton
  Models models(Sql sql, KeySafe safe) {
    return new PgModels(sql, safe);
  }

  @Produces
  @Singleton
  Providers providers(Sql sql, EventAppender events) {
    return new PgProviders(sql, events);
  }

  @Produces
  @Singleton
  ModelConfigurations modelConfigurations(Sql sql, EventAppender events) {
    return new PgModelConfigurations(sql, events);
  }

  @Produces
  @Singleton
  CallAllowance callAllowance(Sql sql) {
    return new PgCallAllowance(sql);
  }

  @Produces
  @Singleton
  AddressRules addressRules(
      @ConfigProperty(name = "colloquy.allowed-hosts") Optional<List<String>> allowed) {
    return AddressRules.allowing(allowed.orElse(List.of()));
  }

  @Produces
  @Singleton
  ProviderCircuits circuits(Clock clock) {
    return new ProviderCircuits(clock);
  }

  @Produces
  @Singleton
  VertxLanguageModel languageModel(Vertx vertx, AddressRules rules, ProviderCircuits circuits) {
    return new VertxLanguageModel(vertx, rules, circuits);
  }

  @Produces
  @Singleton
  MeterBinder circuitMeters(ProviderCircuits circuits) {
    return registry -> {
      for (Circuit.State state : Circuit.State.values()) {
        Gauge.builder("colloquy.provider.circuits", circuits, it -> it.count(state))
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .description("Providers that this node has called, by whether it calls them now")
            .register(registry);
      }
    };
  }

  @Produces
  @Singleton
  BrowseModels browseModels(Models models) {
    return new BrowseModelsHandler(models);
  }

  @Produces
  @Singleton
  ChooseModel chooseModel(Models models) {
    return new ChooseModelHandler(models);
  }

  @Produces
  @Singleton
  AskModel askModel(Models models, LanguageModel language, CallAllowance allowance, Clock clock) {
    return new AskModelHandler(models, language, allowance, PATIENCE, clock);
  }

  @Produces
  @Singleton
  BrowseProviders browseProviders(Providers providers, Circuits circuits) {
    return new BrowseProvidersHandler(providers, circuits);
  }

  @Produces
  @Singleton
  ManageProviders manageProviders(
      UnitOfWork unitOfWork,
      Providers providers,
      KeySafe safe,
      AddressRules rules,
      Ids ids,
      Clock clock) {
    return new ManageProvidersHandler(unitOfWork, providers, safe, rules, ids, clock);
  }

  @Produces
  @Singleton
  TestProvider testProvider(
      UnitOfWork unitOfWork,
      Providers providers,
      ModelConfigurations configurations,
      Models models,
      VertxLanguageModel language,
      Timers timers,
      Clock clock) {
    return new TestProviderHandler(
        unitOfWork, providers, configurations, models, language.trial(), timers, clock);
  }

  @Produces
  @Singleton
  ProbeRota probeRota(Sql sql) {
    return new PgProbeRota(sql);
  }

  @Produces
  @Singleton
  ProviderProbe providerProbe(Vertx vertx, AddressRules rules) {
    return new VertxProviderProbe(vertx, rules);
  }

  @Produces
  @Singleton
  ProviderWatch providerWatch(
      UnitOfWork unitOfWork,
      Providers providers,
      Models models,
      ProbeRota rota,
      ProviderProbe probe,
      Ids ids,
      Clock clock) {
    return new ProviderWatch(unitOfWork, providers, models, rota, probe, ids, clock);
  }

  @Produces
  @Singleton
  BrowseModelConfigurations browseModelConfigurations(ModelConfigurations models) {
    return new BrowseModelConfigurationsHandler(models);
  }

  @Produces
  @Singleton
  ManageModels manageModels(
      UnitOfWork unitOfWork,
      Providers providers,
      ModelConfigurations models,
      Ids ids,
      Clock clock) {
    return new ManageModelsHandler(unitOfWork, providers, models, ids, clock);
  }
}
