package dev.colloquy.shared.domain;

/**
 * Where a list goes on. The out-port that made it is the only one that reads it; the edge signs it,
 * so that what comes back is what was handed out.
 */
public record Cursor(String position) {}
