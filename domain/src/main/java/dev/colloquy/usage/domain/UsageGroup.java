package dev.colloquy.usage.domain;

/** By what usage is summed up. */
public enum UsageGroup {
  /** UTC's days. */
  DAY,
  MODEL,
  WORKSPACE,
  USER
}
