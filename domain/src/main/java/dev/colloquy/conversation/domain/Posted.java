package dev.colloquy.conversation.domain;

/** A message that stands in its conversation; {@code replayed} where an earlier request put it. */
public record Posted(Message message, boolean replayed) {}
