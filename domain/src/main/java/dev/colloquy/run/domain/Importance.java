package dev.colloquy.run.domain;

/** How much depends on a run, as whoever asks for it sees it. */
public enum Importance {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
