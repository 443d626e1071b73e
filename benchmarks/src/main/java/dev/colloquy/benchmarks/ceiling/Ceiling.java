package dev.colloquy.benchmarks.ceiling;

import java.time.Duration;

/** Runs one statement on many connections, each over and over. */
public interface Ceiling {

  /** What it is, for the report. */
  String name();

  /** Executions a second; throws where any of them failed. */
  double perSecond(Workload workload, Duration length);
}
