package dev.colloquy.shared.adapter.persistence;

/**
 * Tells the sequencer that committed events wait to be put in order. A hint: it neither blocks nor
 * throws, may be called any number of times, and when it is lost, polling makes up for it. Whoever
 * writes events inside a unit of work gives it to {@link Sql#afterCommit}; whoever writes them
 * {@linkplain Sql#alone alone} runs it when the statement has succeeded.
 */
@FunctionalInterface
public interface Wakeup extends Runnable {}
