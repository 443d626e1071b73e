package dev.colloquy.run.domain;

/** A run that this node works on. */
public record HeldRun(Run run, Hold hold) {}
