package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.Ids;

final class SequentialIdsTest implements IdsContract {

  private final SequentialIds ids = new SequentialIds();

  @Override
  public Ids ids() {
    return ids;
  }
}
