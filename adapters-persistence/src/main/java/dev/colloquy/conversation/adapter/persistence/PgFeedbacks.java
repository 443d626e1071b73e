package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Feedback as rows of the table {@code message_feedback}. */
public final class PgFeedbacks implements Feedbacks {

  private static final String FIND =
      """
      select rating, comment from message_feedback where message_id = $1 and user_id = $2
      for no key update""";

  private static final String PUT =
      """
      insert into message_feedback (message_id, conversation_id, user_id, rating, comment, given_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (message_id, user_id) do update
      set rating = excluded.rating, comment = excluded.comment, given_at = excluded.given_at""";

  private final Sql sql;
  private final EventAppender events;

  public PgFeedbacks(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Feedback>> find(MessageId message, UserId user) {
    return sql.inUnitOfWork(FIND, Tuple.of(message.value(), user.value()))
        .thenApply(rows -> Columns.first(rows, PgFeedbacks::feedback));
  }

  @Override
  public CompletionStage<Void> put(
      Message message, UserId user, Change<Feedback> given, Instant now) {
    if (given.isNothing()) {
      return CompletableFuture.completedFuture(null);
    }
    Tuple row =
        Tuple.of(
            message.id().value(),
            message.conversation().value(),
            user.value(),
            (short) given.now().rating(),
            given.now().comment().orElse(null),
            Columns.timestamp(now));
    return sql.inUnitOfWork(PUT, row).thenCompose(put -> events.append(given.events()));
  }

  private static Feedback feedback(Row row) {
    return new Feedback(row.getShort("rating"), Optional.ofNullable(row.getString("comment")));
  }
}
