package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node writes of its runs in one statement.
 *
 * @param lines in the order of the places of each run
 */
record RunBatch(List<Line> lines) {

  /** An entry, and whose it is. */
  record Line(RunPen pen, StreamEntry entry) {}

  /** The parameters of {@link RunSql#WRITE}; there has to be a line. */
  Tuple parameters() {
    return Tuple.tuple()
        .addArrayOfUUID(lines.stream().map(it -> it.pen().hold.run().value()).toArray(UUID[]::new))
        .addArrayOfLong(lines.stream().map(it -> it.pen().hold.epoch()).toArray(Long[]::new))
        .addArrayOfInteger(places().map(it -> it.place().attempt()).toArray(Integer[]::new))
        .addArrayOfInteger(places().map(it -> it.place().offset()).toArray(Integer[]::new))
        .addArrayOfString(StreamRows.types(places().map(StreamEntry::signal).toList()))
        .addArrayOfJsonObject(StreamRows.data(places().map(StreamEntry::signal).toList()))
        .addUUID(lines.getFirst().pen().hold.node());
  }

  /** The runs of which something was written: those that the node still holds. */
  static Set<RunId> held(RowSet<Row> written) {
    UUID[] runs = written.iterator().next().getArrayOfUUIDs(0);
    return runs == null
        ? Set.of()
        : Stream.of(runs).map(RunId::new).collect(Collectors.toUnmodifiableSet());
  }

  /** What was written of these runs. */
  Map<RunId, List<StreamEntry>> of(Set<RunId> runs) {
    return lines.stream()
        .filter(it -> runs.contains(it.pen().hold.run()))
        .collect(
            Collectors.groupingBy(
                it -> it.pen().hold.run(),
                LinkedHashMap::new,
                Collectors.mapping(Line::entry, Collectors.toList())));
  }

  private Stream<StreamEntry> places() {
    return lines.stream().map(Line::entry);
  }
}
