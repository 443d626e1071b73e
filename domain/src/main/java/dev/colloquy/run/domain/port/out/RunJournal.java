package dev.colloquy.run.domain.port.out;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * What runs say, written while they say it. A node writes what all its runs have to say in one
 * statement about every 50 ms, the first at once; deltas that wait together become one entry.
 * Readers are shown what has been committed, and nothing else.
 */
public interface RunJournal {

  /** Opens an attempt's part of the run's stream, on the node that holds the run. */
  Pen open(Run run, Hold hold);

  /** What there is after a place, in order. */
  CompletionStage<List<StreamEntry>> page(RunId run, StreamPlace after, int limit);

  /**
   * All after a place, also what is yet to come, on whatever node it is written. Completes after
   * the last entry. Signals come on the executor.
   */
  Flow.Publisher<StreamEntry> follow(RunId run, StreamPlace after, Executor executor);

  /** The only writer of an attempt. */
  interface Pen {

    /**
     * Writes a signal.
     *
     * @return completes once it is committed: false where the hold is not the latest any more, and
     *     then nothing was written
     */
    CompletionStage<Boolean> write(RunSignal signal);

    /** Forgets the attempt; what waits is not written. */
    void close();
  }
}
