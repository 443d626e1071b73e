package dev.colloquy.usage.domain;

/** What a quota counts. */
public enum Metric {
  /** Calls of models. */
  REQUESTS,
  /** Tokens, read and written. */
  TOKENS,
  /** What calls cost, in the installation's own currency. */
  COST
}
