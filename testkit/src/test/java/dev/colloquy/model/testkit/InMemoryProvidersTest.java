package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import java.util.UUID;

final class InMemoryProvidersTest
    implements ProvidersContract,
        ModelConfigurationsContract,
        CallAllowanceContract,
        ProbeRotaContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryModelConfigurations models =
      new InMemoryModelConfigurations(database, events);
  private final InMemoryProviders providers = new InMemoryProviders(database, events, models::uses);
  private final InMemoryCallAllowance allowance = new InMemoryCallAllowance();

  private final InMemoryProbeRota rota = new InMemoryProbeRota(providers);

  @Override
  public ProbeRota rota() {
    return rota;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public ModelConfigurations modelConfigurations() {
    return models;
  }

  @Override
  public CallAllowance allowance() {
    return allowance;
  }

  @Override
  public ProviderId limited() {
    ProviderId provider = unlimited();
    allowance.limit(provider, 10);
    return provider;
  }

  @Override
  public ProviderId unlimited() {
    return new ProviderId(UUID.randomUUID());
  }

  @Override
  public Actor.OfUser administrator() {
    return Actors.administrator();
  }
}
