package dev.colloquy.event.adapter.persistence;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The id below which the outbox holds nothing that could still appear. Rounds look above it alone,
 * so that rows which a long snapshot keeps from being vacuumed are not visited again and again.
 *
 * <p>An id that was handed out before a round's snapshot belongs to a transaction which that
 * snapshot's successors see as ended once their oldest running transaction is younger. A session
 * that stands still between drawing its id and its first write escapes this reasoning; therefore
 * the sequencer looks from the very beginning now and then.
 */
final class LowWaterMark {

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long handedOutBefore = -1;
  private long value;

  private record Mark(long nextTransaction, long handedOut) {}

  long value() {
    return value;
  }

  /**
   * Learns from a round.
   *
   * @param oldestTransaction the oldest that was running ({@code pg_snapshot_xmin})
   * @param nextTransaction the first that had not begun ({@code pg_snapshot_xmax})
   * @param handedOut the last id that was drawn by the end of the round
   * @param tookAll whether the round moved everything it could see
   */
  void learn(long oldestTransaction, long nextTransaction, long handedOut, boolean tookAll) {
    if (handedOutBefore >= 0) {
      marks.addLast(new Mark(nextTransaction, handedOutBefore));
    }
    handedOutBefore = handedOut;
    while (tookAll && !marks.isEmpty() && marks.getFirst().nextTransaction() <= oldestTransaction) {
      value = Math.max(value, marks.removeFirst().handedOut());
    }
  }
}
