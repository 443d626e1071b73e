package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Runs' streams as the tables have them. */
record StreamTable(Sql sql) {

  /** How many entries of a run are read at a time. */
  static final int PORTION = 200;

  /**
   * A part of a stream.
   *
   * @param whole whether nothing follows and nothing will
   */
  record Part(List<StreamEntry> entries, boolean whole) {}

  /** The entries after a place, {@link #PORTION} at the most. */
  CompletionStage<Part> after(RunId run, StreamPlace place, int limit) {
    return after(Map.of(run, place), limit)
        .thenApply(found -> found.getOrDefault(run, new Part(List.of(), true)));
  }

  /** The same for many runs, in one statement; runs that are not there are left out. */
  CompletionStage<Map<RunId, Part>> after(Map<RunId, StreamPlace> places, int limit) {
    List<UUID> runs = new ArrayList<>();
    List<Integer> attempts = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    places.forEach(
        (run, place) -> {
          runs.add(run.value());
          attempts.add(place.attempt());
          offsets.add(place.offset());
        });
    Tuple parameters =
        Tuple.tuple()
            .addArrayOfUUID(runs.toArray(UUID[]::new))
            .addArrayOfInteger(attempts.toArray(Integer[]::new))
            .addArrayOfInteger(offsets.toArray(Integer[]::new))
            .addInteger(limit);
    return sql.read(RunSql.AFTER, parameters).thenApply(rows -> parts(rows, limit));
  }

  private static Map<RunId, Part> parts(RowSet<Row> rows, int limit) {
    Map<RunId, List<StreamEntry>> entries = new HashMap<>();
    Map<RunId, Boolean> over = new HashMap<>();
    for (Row row : rows) {
      RunId run = new RunId(row.getUUID("id"));
      List<StreamEntry> of = entries.computeIfAbsent(run, id -> new ArrayList<>());
      over.put(run, row.getBoolean("over"));
      if (row.getInteger("place") != null) {
        of.add(StreamRows.entry(row));
      }
    }
    Map<RunId, Part> parts = new HashMap<>();
    entries.forEach(
        (run, of) ->
            parts.put(run, new Part(of, Boolean.TRUE.equals(over.get(run)) && of.size() < limit)));
    return parts;
  }
}
