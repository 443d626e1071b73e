package dev.colloquy.shared.adapter.persistence;

import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets what nobody asks for any more: expired attempts and old counts. For a timer. */
public final class Housekeeping implements Runnable {

  /** How often it is worth it. */
  public static final Duration PERIOD = Duration.ofMinutes(10);

  private static final Duration COUNTS_KEPT = Duration.ofDays(30);
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  private final PgAttempts attempts;
  private final PgAnonymousRefusals refusals;
  private final Clock clock;

  public Housekeeping(PgAttempts attempts, PgAnonymousRefusals refusals, Clock clock) {
    this.attempts = attempts;
    this.refusals = refusals;
    this.clock = clock;
  }

  @Override
  public void run() {
    attempts
        .forgetExpired()
        .thenCompose(done -> refusals.forgetBefore(clock.instant().minus(COUNTS_KEPT)))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.warn("What has expired could not be forgotten; it is tried again", failure);
              }
            });
  }
}
