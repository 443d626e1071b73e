package dev.colloquy.run.domain;

/** What becomes of a run that is asked for while the conversation has one already. */
public enum OnConflict {
  /** It is refused. */
  REJECT,
  /** It waits for its turn. */
  QUEUE,
  /** It takes the place of those before it, which are cancelled. */
  INTERRUPT
}
