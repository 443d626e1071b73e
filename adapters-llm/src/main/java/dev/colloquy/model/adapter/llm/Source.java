package dev.colloquy.model.adapter.llm;

/**
 * Where the pieces of one answer come from. Called on the answer's context only, and no longer once
 * it has said its end.
 */
interface Source {

  /** Begins; the first pieces are wanted. */
  void start();

  /** Nothing more is wanted for now. */
  void pause();

  /** More is wanted again. */
  void resume();

  /** Nobody is interested any more: lets go of everything at once and says nothing again. */
  void stop();
}
