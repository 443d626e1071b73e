package dev.colloquy.usage.application;

import dev.colloquy.usage.domain.port.out.UsageMeter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/** Gives back what calls had reserved whose node was lost before they ended. For a timer. */
public final class LapsedCalls implements Runnable {

  /** How often it is worth it. */
  public static final Duration PERIOD = Duration.ofMinutes(5);

  private static final Logger LOG = System.getLogger(LapsedCalls.class.getName());

  private final UsageMeter meter;
  private final Clock clock;

  public LapsedCalls(UsageMeter meter, Clock clock) {
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public void run() {
    meter
        .releaseLapsed(clock.instant())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "Lapsed calls are released later: {0}", failure);
              }
            });
  }
}
