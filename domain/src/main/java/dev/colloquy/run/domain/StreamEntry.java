package dev.colloquy.run.domain;

/** A signal at its place in a run's stream. */
public record StreamEntry(StreamPlace place, RunSignal signal) {}
