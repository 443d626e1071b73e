package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import dev.colloquy.shared.domain.port.out.UnitOfWork;

final class InMemoryAnonymousRefusalsTest implements AnonymousRefusalsContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryAnonymousRefusals refusals = new InMemoryAnonymousRefusals(database);

  @Override
  public AnonymousRefusals refusals() {
    return refusals;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new InMemoryUnitOfWork(database);
  }
}
