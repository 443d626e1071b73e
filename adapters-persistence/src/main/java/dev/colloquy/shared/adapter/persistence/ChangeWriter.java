package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletionStage;

/**
 * Writes what changed in one row of a table, and the events that tell of it; in a unit of work
 * only.
 */
public final class ChangeWriter {

  private final Sql sql;
  private final EventAppender events;

  public ChangeWriter(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  /**
   * What is there now. Fails with {@link Conflict} where the statement, which names the version
   * that was read, finds no such row.
   */
  public <T> CompletionStage<T> write(String statement, Tuple parameters, Change<T> change) {
    return sql.inUnitOfWork(statement, parameters)
        .thenAccept(ChangeWriter::demandOne)
        .thenCompose(one -> events.append(change.events()))
        .thenApply(told -> change.now());
  }

  /** Fails with {@link Conflict} unless exactly one row was written. */
  public static void demandOne(RowSet<Row> written) {
    if (written.rowCount() != 1) {
      throw new Conflict();
    }
  }
}
