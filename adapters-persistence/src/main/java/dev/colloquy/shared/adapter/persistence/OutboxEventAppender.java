package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes events into the outbox, from where the sequencer moves them into the feed. */
public final class OutboxEventAppender implements EventAppender {

  /** Keeps a statement well below the protocol's 65,535 parameters. */
  private static final int ROWS_A_STATEMENT = 500;

  private final Sql sql;
  private final Ids ids;
  private final Clock clock;
  private final Wakeup wakeup;

  public OutboxEventAppender(Sql sql, Ids ids, Clock clock, Wakeup wakeup) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
    this.wakeup = wakeup;
  }

  @Override
  public CompletionStage<Void> append(List<? extends DomainEvent> events) {
    return InTurn.each(portions(events), this::insert);
  }

  private CompletionStage<RowSet<Row>> insert(List<? extends DomainEvent> events) {
    Instant now = clock.instant();
    Tuple parameters = Tuple.tuple();
    events.forEach(event -> EventRow.addTo(parameters, event, ids.next(), now));
    return sql.inUnitOfWork(statement(events.size()), parameters)
        .thenApply(
            rows -> {
              sql.afterCommit(wakeup);
              return rows;
            });
  }

  private static String statement(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row -> "(" + EventRow.markers(1 + row * EventRow.WIDTH) + ")")
        .collect(
            Collectors.joining(", ", "insert into outbox (" + EventRow.COLUMNS + ") values ", ""));
  }

  private static <E> List<List<E>> portions(List<E> all) {
    List<List<E>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
      portions.add(all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)));
    }
    return portions;
  }
}
