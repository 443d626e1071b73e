package dev.colloquy.shared.adapter.runtime;

import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.testkit.IdsContract;

final class TimeOrderedIdsTest implements IdsContract {

  private final TimeOrderedIds ids = new TimeOrderedIds();

  @Override
  public Ids ids() {
    return ids;
  }
}
