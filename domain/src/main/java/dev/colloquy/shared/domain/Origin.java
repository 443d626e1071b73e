package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a command came from; every event that the command causes repeats it.
 *
 * @param command the id that ties together all that one command caused (its correlation id)
 * @param address the network address the command came from, empty for work of our own
 * @param startedAt when the command arrived
 * @param requestHash SHA-256 of the request in hexadecimal, empty where there was none
 */
public record Origin(UUID command, String address, Instant startedAt, String requestHash) {}
