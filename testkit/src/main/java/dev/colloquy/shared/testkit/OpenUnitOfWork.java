package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** For contracts that look at a unit of work from outside while it is open. */
public interface OpenUnitOfWork {

  UnitOfWork unitOfWork();

  /**
   * Runs {@code beside}, on another thread, after {@code inside} was done in a unit of work and
   * before that is committed.
   *
   * @return what was found beside
   */
  <T> T whileOpen(Supplier<? extends CompletionStage<?>> inside, Supplier<T> beside);
}
