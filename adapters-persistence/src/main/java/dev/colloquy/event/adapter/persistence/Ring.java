package dev.colloquy.event.adapter.persistence;

import dev.colloquy.shared.domain.RecordedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The feed's latest events, as many as fit into a number of bytes but always the last one.
 * Positions are consecutive, so a position says where its event lies. One thread adds, any thread
 * reads.
 */
final class Ring {

  private final long capacity;
  private final ArrayDeque<Integer> weights = new ArrayDeque<>();
  private RecordedEvent[] slots = new RecordedEvent[1024];
  private long before;
  private long head;
  private long weight;

  /** Begins empty after a position. */
  Ring(long capacityBytes, long position) {
    this.capacity = capacityBytes;
    this.before = position;
    this.head = position;
  }

  synchronized void add(RecordedEvent event, int bytes) {
    if (event.position() != head + 1) {
      throw new IllegalArgumentException("position " + event.position() + " after " + head);
    }
    if (head - before == slots.length) {
      grow();
    }
    head = event.position();
    slots[slot(head)] = event;
    weights.addLast(bytes);
    weight += bytes;
    while (weight > capacity && head - before > 1) {
      before++;
      slots[slot(before)] = event; // lets the old one go without a null in the array
      weight -= weights.removeFirst();
    }
  }

  /** Replaces events that are here already; what replaces one keeps its position. */
  synchronized void replace(Predicate<RecordedEvent> which, UnaryOperator<RecordedEvent> by) {
    for (long each = before + 1; each <= head; each++) {
      RecordedEvent event = slots[slot(each)];
      if (which.test(event)) {
        slots[slot(each)] = by.apply(event);
      }
    }
  }

  /** The last position. */
  synchronized long head() {
    return head;
  }

  /** Whether everything after the position is still here. */
  synchronized boolean reachesBackTo(long position) {
    return position >= before;
  }

  /**
   * The events after a position, at most so many; fewer means that there are no more.
   *
   * @return null-free, in order; empty where nothing came after it. Throws {@code
   *     IllegalArgumentException} where the ring does not reach back so far
   */
  synchronized List<RecordedEvent> after(long position, int limit) {
    if (position < before) {
      throw new IllegalArgumentException("the ring begins after " + before);
    }
    long last = Math.min(head, position + limit);
    List<RecordedEvent> found = new ArrayList<>();
    for (long each = position + 1; each <= last; each++) {
      found.add(slots[slot(each)]);
    }
    return found;
  }

  private int slot(long position) {
    return (int) (position % slots.length);
  }

  private void grow() {
    RecordedEvent[] larger = new RecordedEvent[slots.length * 2];
    for (long each = before + 1; each <= head; each++) {
      larger[(int) (each % larger.length)] = slots[slot(each)];
    }
    slots = larger;
  }
}
