package dev.colloquy.run.domain;

import java.util.UUID;

/**
 * A node's right to work on a run: good until the lease runs out and another node takes over, which
 * raises the epoch. Whatever is written for a run names its hold, and one that is not the latest
 * writes nothing.
 */
public record Hold(RunId run, UUID node, long epoch) {}
