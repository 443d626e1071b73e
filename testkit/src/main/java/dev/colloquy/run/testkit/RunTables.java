package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs, who holds them, and what they have said. */
final class RunTables {

  final Table<RunId, Row> runs;

  /** Until when each node lives. */
  final Table<UUID, Instant> nodes;

  private final Table<RunId, List<StreamEntry>> streams;

  /** A run as it is kept. */
  record Row(Run run, Optional<Hold> hold, Instant leaseUntil) {

    long epoch() {
      return hold.map(Hold::epoch).orElse(0L);
    }

    Row with(Run changed) {
      return new Row(changed, hold, leaseUntil);
    }

    Row until(Instant later) {
      return new Row(run, hold, later);
    }

    boolean isOf(UUID node) {
      return hold.filter(it -> it.node().equals(node)).isPresent();
    }
  }

  RunTables(InMemoryDatabase database) {
    runs = database.table();
    nodes = database.table();
    streams = database.table();
  }

  /** The row of a run that goes on under this hold. */
  Optional<Row> heldBy(Hold hold) {
    return runs.get(hold.run())
        .filter(it -> it.run().status() == RunStatus.RUNNING)
        .filter(it -> it.hold().equals(Optional.of(hold)));
  }

  List<StreamEntry> stream(RunId run) {
    return streams.get(run).orElseGet(List::of);
  }

  void append(RunId run, int attempt, List<RunSignal> signals) {
    List<StreamEntry> all = new ArrayList<>(stream(run));
    int offset = (int) all.stream().filter(it -> it.place().attempt() == attempt).count();
    for (RunSignal signal : signals) {
      offset++;
      all.add(new StreamEntry(new StreamPlace(attempt, offset), signal));
    }
    streams.put(run, List.copyOf(all));
  }
}
