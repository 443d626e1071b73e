package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tapes of all runs that are written or read on this node. */
public final class RunTapes {

  private final Map<RunId, RunTape> tapes = new ConcurrentHashMap<>();

  /** A run of this node's begins to write after the place. */
  void open(RunId run, StreamPlace place) {
    tapes.compute(
        run,
        (id, known) -> {
          RunTape tape = known == null ? new RunTape(place) : known;
          tape.open(place);
          return tape;
        });
  }

  /** It writes no more here. */
  void close(RunId run) {
    tapes.computeIfPresent(
        run,
        (id, tape) -> {
          tape.close();
          return tape.isNeeded() ? tape : null;
        });
  }

  /** A reader has read up to the place and wants to hear what follows. */
  RunTape join(RunId run, StreamPlace place, RunReader reader) {
    return tapes.compute(
        run,
        (id, known) -> {
          RunTape tape = known == null ? new RunTape(place) : known;
          tape.join(reader);
          return tape;
        });
  }

  void leave(RunId run, RunReader reader) {
    tapes.computeIfPresent(
        run,
        (id, tape) -> {
          tape.leave(reader);
          return tape.isNeeded() ? tape : null;
        });
  }

  /**
   * Entries were committed, here or elsewhere. For each run in the order of their places: whoever
   * calls this waits until what he told before has been taken in.
   */
  void committed(Map<RunId, List<StreamEntry>> entries) {
    List<RunReader> told = new ArrayList<>();
    entries.forEach(
        (run, committed) -> {
          RunTape tape = tapes.get(run);
          if (tape != null) {
            tape.append(committed, told);
          }
        });
    RunReader.wake(told);
  }

  /** Those that other nodes write, and up to where they are known here. */
  Map<RunId, StreamPlace> unread() {
    Map<RunId, StreamPlace> unread = new HashMap<>();
    tapes.forEach((run, tape) -> tape.unread().ifPresent(place -> unread.put(run, place)));
    return unread;
  }
}
