package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.persistence.Housekeeping;
import dev.colloquy.shared.adapter.persistence.PgAnonymousRefusals;
import dev.colloquy.shared.adapter.persistence.PgAttempts;
import dev.colloquy.shared.domain.port.out.Timers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Starts what runs by itself. */
@Singleton
final class SharedJobs {

  void start(
      @Observes StartupEvent started,
      Timers timers,
      PgAttempts attempts,
      PgAnonymousRefusals refusals,
      Clock clock) {
    timers.every(Housekeeping.PERIOD, new Housekeeping(attempts, refusals, clock));
  }
}
