package dev.colloquy.model.application;

import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.model.testkit.InMemoryCircuits;
import dev.colloquy.model.testkit.InMemoryModelConfigurations;
import dev.colloquy.model.testkit.InMemoryModels;
import dev.colloquy.model.testkit.InMemoryProbeRota;
import dev.colloquy.model.testkit.InMemoryProviders;
import dev.colloquy.model.testkit.LabelledKeySafe;
import dev.colloquy.model.testkit.ScriptedLanguageModel;
import dev.colloquy.model.testkit.ScriptedProviderProbe;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import java.util.List;
import java.util.Set;

/** The administration of providers and models on adapters of memory. */
final class ProviderWorld {

  final TestClock clock = new TestClock();
  final ManualTimers timers = new ManualTimers(clock);
  final LabelledKeySafe safe = new LabelledKeySafe();
  final InMemoryModels endpoints = new InMemoryModels();
  final ScriptedLanguageModel language = new ScriptedLanguageModel();
  final InMemoryCircuits circuits = new InMemoryCircuits();
  final ScriptedProviderProbe probe = new ScriptedProviderProbe();
  final RecordingEvents events;
  final InMemoryModelConfigurations models;

  private final UnitOfWork unitOfWork;
  private final Providers providers;
  private final ModelConfigurations configurations;
  private final SequentialIds ids = new SequentialIds();
  private AddressRules rules = AddressRules.allowing(List.of("localhost"));

  private ProviderWorld(boolean isLate) {
    InMemoryDatabase database = new InMemoryDatabase();
    events = new RecordingEvents(database);
    models = new InMemoryModelConfigurations(database, events);
    unitOfWork = new InMemoryUnitOfWork(database);
    InMemoryProviders kept = new InMemoryProviders(database, events, models::uses);
    LateCompletion late = new LateCompletion(database);
    providers = isLate ? late.of(Providers.class, kept) : kept;
    configurations = isLate ? late.of(ModelConfigurations.class, models) : models;
  }

  static ProviderWorld prompt() {
    return new ProviderWorld(false);
  }

  /** A world whose storage answers later, on other threads. */
  static ProviderWorld late() {
    return new ProviderWorld(true);
  }

  /** From now on the operator allows no host. */
  void forbid() {
    rules = new AddressRules(Set.of());
  }

  ManageProvidersHandler manage() {
    return new ManageProvidersHandler(unitOfWork, providers, safe, rules, ids, clock);
  }

  BrowseProvidersHandler browse() {
    return new BrowseProvidersHandler(providers, circuits);
  }

  ManageModelsHandler manageModels() {
    return new ManageModelsHandler(unitOfWork, providers, configurations, ids, clock);
  }

  BrowseModelConfigurationsHandler browseModels() {
    return new BrowseModelConfigurationsHandler(configurations);
  }

  ProviderWatch watch() {
    return new ProviderWatch(
        unitOfWork, providers, endpoints, new InMemoryProbeRota(providers), probe, ids, clock);
  }

  TestProviderHandler test() {
    return new TestProviderHandler(
        unitOfWork, providers, configurations, endpoints, language, timers, clock);
  }
}
