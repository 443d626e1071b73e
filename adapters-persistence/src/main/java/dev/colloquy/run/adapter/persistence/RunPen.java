package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.RunJournal.Pen;
import java.util.concurrent.CompletionStage;

/** Writes one attempt. */
final class RunPen implements Pen {

  final Hold hold;

  private final int attempt;
  private final RunScribe scribe;
  private final RunTapes tapes;
  private int written;
  private boolean spoke;

  RunPen(int attempt, Hold hold, RunScribe scribe, RunTapes tapes) {
    this.attempt = attempt;
    this.hold = hold;
    this.scribe = scribe;
    this.tapes = tapes;
  }

  @Override
  public CompletionStage<Boolean> write(RunSignal signal) {
    return scribe.write(this, signal);
  }

  @Override
  public void close() {
    scribe.forget(this);
    tapes.close(hold.run());
  }

  /** Whether this begins what the attempt says; the scribe's alone to ask for. */
  boolean isFirstWord(RunSignal signal) {
    boolean first = !spoke && signal.type() == RunSignal.Type.DELTA;
    spoke |= first;
    return first;
  }

  /** The next place of the attempt; the scribe's alone to ask for. */
  StreamPlace next() {
    written++;
    return new StreamPlace(attempt, written);
  }
}
