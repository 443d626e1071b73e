package dev.colloquy.shared.adapter.runtime;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.colloquy.shared.domain.port.out.Ids;
import java.util.UUID;

/** UUIDs version 7; those of one millisecond differ by a random step, so that none is guessed. */
public final class TimeOrderedIds implements Ids {

  private final TimeOrderedEpochFactory factory =
      TimeOrderedEpochFactory.builder().withIncrementPlusN().build();

  @Override
  public UUID next() {
    return factory.create();
  }
}
