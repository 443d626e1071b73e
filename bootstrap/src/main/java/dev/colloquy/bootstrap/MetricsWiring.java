package dev.colloquy.bootstrap;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which of the platform's measures are kept. */
@Singleton
final class MetricsWiring {

  /**
   * The SQL client registers this gauge anew for each of its connections, under one and the same
   * name: it would show the first connection's queue alone, and warn of all the others.
   */
  @Produces
  @Singleton
  MeterFilter withoutTheQueueOfOneConnection() {
    return MeterFilter.denyNameStartsWith("postgresql.queue.size");
  }
}
