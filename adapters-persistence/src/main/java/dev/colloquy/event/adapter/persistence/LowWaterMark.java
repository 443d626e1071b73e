package dev.colloquy.event.adapter.persistence;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The id below which the outbox holds nothing that could still appear. Rounds look above it alone,
 * so that rows which a long snapshot keeps from being vacuumed are not visited again and again.
 *
 * <p>An id that was handed out before a round began belongs to a transaction that is older than the
 * round's own, for whoever draws an id has written before. Once all that are older have ended, the
 * next round has seen what they left. A snapshot's upper end ({@code pg_snapshot_xmax}) would not
 * do in place of the round's own transaction: it stands behind the latest that has <em>ended</em>,
 * and while a slow disk keeps all from ending, those that run stand above it. A session that draws
 * an id before it writes anything, and stands still in between, escapes this reasoning; therefore
 * the sequencer looks from the very beginning now and then.
 */
final class LowWaterMark {

  private final Deque<Mark> marks = new ArrayDeque<>();
  private long handedOutBefore = -1;
  private long value;

  private record Mark(long transaction, long handedOut) {}

  long value() {
    return value;
  }

  /**
   * Learns from a round.
   *
   * @param oldest the oldest transaction that was running ({@code pg_snapshot_xmin})
   * @param own the round's own
   * @param handedOut the last id that was drawn by the end of the round
   * @param tookAll whether the round moved everything it could see
   */
  void learn(long oldest, long own, long handedOut, boolean tookAll) {
    if (handedOutBefore >= 0) {
      marks.addLast(new Mark(own, handedOutBefore));
    }
    handedOutBefore = handedOut;
    while (tookAll && !marks.isEmpty() && marks.getFirst().transaction() <= oldest) {
      value = Math.max(value, marks.removeFirst().handedOut());
    }
  }
}
