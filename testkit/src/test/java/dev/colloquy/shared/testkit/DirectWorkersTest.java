package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.Workers;

final class DirectWorkersTest implements WorkersContract {

  @Override
  public Workers workers() {
    return new DirectWorkers();
  }
}
