package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.adapter.persistence.Columns;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Between a run's stream and its rows. */
final class StreamRows {

  private StreamRows() {}

  static StreamEntry entry(Row row) {
    return new StreamEntry(
        new StreamPlace(row.getInteger("attempt"), row.getInteger("place")),
        new RunSignal(RunSignal.Type.of(row.getString("type")), Columns.object(row, "data")));
  }

  static String[] types(List<RunSignal> signals) {
    return signals.stream().map(it -> it.type().text()).toArray(String[]::new);
  }

  static JsonObject[] data(List<RunSignal> signals) {
    return signals.stream().map(it -> Columns.json(it.data())).toArray(JsonObject[]::new);
  }
}
