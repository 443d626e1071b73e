package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The newest part of a run's stream, as committed and without a hole, for all its readers on this
 * node. Bounded: who falls behind it reads from the table.
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

  /**
   * What was committed; what is known already is left out.
   *
   * @param told where all are added who have something to read now
   */
  synchronized void append(List<StreamEntry> committed, Collection<RunReader> told) {
    for (StreamEntry entry : committed) {
      if (entry.place().compareTo(head) > 0) {
        if (!entry.place().follows(head)) {
          beginAfter(new StreamPlace(entry.place().attempt(), entry.place().offset() - 1));
        }
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
    told.addAll(readers);
  }

  /** What follows a place; empty where the tape does not reach back so far. */
  synchronized Optional<List<StreamEntry>> after(StreamPlace place) {
    if (entries.isEmpty() || place.compareTo(head) >= 0) {
      return Optional.of(List.of());
    }
    if (place.compareTo(floor) < 0) {
      return Optional.empty();
    }
    // from the end, for most readers have nearly all
    List<StreamEntry> found = new ArrayList<>();
    Iterator<StreamEntry> newest = entries.descendingIterator();
    while (newest.hasNext()) {
      StreamEntry entry = newest.next();
      if (entry.place().compareTo(place) <= 0) {
        break;
      }
      found.add(entry);
    }
    return Optional.of(found.reversed());
  }

  synchronized void join(RunReader reader) {
    readers.add(reader);
  }

  synchronized void leave(RunReader reader) {
    readers.remove(reader);
  }

  /**
   * A run of this node's writes after the place. What another node wrote last may not be known here
   * and is read from the table.
   */
  synchronized void open(StreamPlace place) {
    written = true;
    if (place.compareTo(head) > 0) {
      beginAfter(place);
    }
  }

  /** It writes no more here: the table has to be looked at. */
  synchronized void close() {
    written = false;
  }

  synchronized boolean isNeeded() {
    return written || !readers.isEmpty();
  }

  /** Where to look on in the table; empty where that is not needed. */
  synchronized Optional<StreamPlace> unread() {
    return written || over || readers.isEmpty() ? Optional.empty() : Optional.of(head);
  }

  private void beginAfter(StreamPlace place) {
    entries.clear();
    characters = 0;
    floor = place;
    head = place;
  }

  private static long cost(StreamEntry entry) {
    return entry.signal().data().values().stream()
            .mapToLong(value -> value instanceof String text ? text.length() : 0)
            .sum()
        + COST_OF_ENTRY;
  }
}
