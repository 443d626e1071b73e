package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The newest part of a run's stream, as committed, for all its readers on this node. Bounded: who
 * falls behind it reads from the table.
 */
final class RunTape {

  private static final long MAX_CHARACTERS = 256 * 1024;
  private static final long COST_OF_ENTRY = 64;

  private final Deque<StreamEntry> entries = new ArrayDeque<>();
  private final Set<RunReader> readers = new HashSet<>();
  private StreamPlace floor;
  private StreamPlace head;
  private long characters;
  private boolean written;
  private boolean over;

  /** Begins after a place. */
  RunTape(StreamPlace floor) {
    this.floor = floor;
    this.head = floor;
  }

  /** What was committed; what is known already is left out. */
  synchronized List<RunReader> append(List<StreamEntry> committed) {
    for (StreamEntry entry : committed) {
      if (entry.place().compareTo(head) > 0) {
        entries.add(entry);
        head = entry.place();
        characters += cost(entry);
        over = entry.signal().type().isLast();
      }
    }
    while (characters > MAX_CHARACTERS && entries.size() > 1) {
      StreamEntry oldest = entries.remove();
      floor = oldest.place();
      characters -= cost(oldest);
    }
    return List.copyOf(readers);
  }

  /** What follows a place; empty where the tape does not reach back so far. */
  synchronized Optional<List<StreamEntry>> after(StreamPlace place) {
    if (place.compareTo(floor) < 0) {
      return Optional.empty();
    }
    // from the end, for most readers have nearly all
    Deque<StreamEntry> found = new ArrayDeque<>();
    Iterator<StreamEntry> newest = entries.descendingIterator();
    while (newest.hasNext()) {
      StreamEntry entry = newest.next();
      if (entry.place().compareTo(place) <= 0) {
        break;
      }
      found.addFirst(entry);
    }
    return Optional.of(List.copyOf(found));
  }

  synchronized void join(RunReader reader) {
    readers.add(reader);
  }

  synchronized void leave(RunReader reader) {
    readers.remove(reader);
  }

  /** Whether a run of this node's writes it; else the table has to be looked at. */
  synchronized void written(boolean here) {
    written = here;
  }

  synchronized boolean isNeeded() {
    return written || !readers.isEmpty();
  }

  /** Where to look on in the table; empty where that is not needed. */
  synchronized Optional<StreamPlace> unread() {
    return written || over || readers.isEmpty() ? Optional.empty() : Optional.of(head);
  }

  private static long cost(StreamEntry entry) {
    return entry.signal().data().values().stream()
            .mapToLong(value -> value instanceof String text ? text.length() : 0)
            .sum()
        + COST_OF_ENTRY;
  }
}
