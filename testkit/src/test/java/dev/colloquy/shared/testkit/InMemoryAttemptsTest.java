package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;

final class InMemoryAttemptsTest implements AttemptsContract, InMemoryOpenUnitOfWork {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final TestClock clock = new TestClock();
  private final SequentialIds ids = new SequentialIds();
  private final InMemoryAttempts attempts = new InMemoryAttempts(database, clock);
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(database);

  @Override
  public Attempts attempts() {
    return attempts;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public UserId user() {
    return new UserId(ids.next());
  }
}
