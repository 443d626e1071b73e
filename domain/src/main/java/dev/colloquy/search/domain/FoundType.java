package dev.colloquy.search.domain;

/** What sorts of things can be found. */
public enum FoundType {
  MESSAGE,
  CONVERSATION
}
