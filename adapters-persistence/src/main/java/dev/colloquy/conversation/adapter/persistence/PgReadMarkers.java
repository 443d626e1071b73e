package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Read markers as rows of their table. */
public final class PgReadMarkers implements ReadMarkers {

  private static final String FIND =
      """
      select seq from read_marker where conversation_id = $1 and user_id = $2
      for no key update""";

  private static final String PUT =
      """
      insert into read_marker (conversation_id, user_id, seq) values ($1, $2, $3)
      on conflict (conversation_id, user_id) do update set seq = excluded.seq""";

  private final Sql sql;
  private final EventAppender events;

  public PgReadMarkers(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<ReadMarker>> find(ConversationId conversation, UserId user) {
    return sql.inUnitOfWork(FIND, Tuple.of(conversation.value(), user.value()))
        .thenApply(
            rows ->
                Columns.first(rows, row -> new ReadMarker(conversation, user, row.getLong("seq"))));
  }

  @Override
  public CompletionStage<Void> put(Change<ReadMarker> moved) {
    ReadMarker row = moved.now();
    if (moved.isNothing()) {
      return CompletableFuture.completedFuture(null);
    }
    return sql.inUnitOfWork(
            PUT, Tuple.of(row.conversation().value(), row.user().value(), row.seq()))
        .thenCompose(put -> events.append(moved.events()));
  }
}
