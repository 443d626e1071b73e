package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.ReaderEvent;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers the last signal of each user and conversation, where all nodes see it. */
public final class PgTypingSignals implements TypingSignals {

  private static final String CLAIM =
      """
      insert into typing_signal as earlier (conversation_id, user_id, signalled_at)
      values ($1, $2, $3)
      on conflict (conversation_id, user_id) do update set signalled_at = excluded.signalled_at
      where earlier.signalled_at <= $4""";

  private final Sql sql;
  private final EventAppender events;

  public PgTypingSignals(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Void> signal(ReaderEvent.Typing typing) {
    Tuple parameters =
        Tuple.of(
            typing.conversation().value(),
            typing.user().value(),
            Columns.timestamp(typing.occurredAt()),
            Columns.timestamp(typing.occurredAt().minus(SignalTyping.PAUSE)));
    return sql.inUnitOfWork(CLAIM, parameters)
        .thenCompose(
            claimed ->
                claimed.rowCount() == 1
                    ? events.append(List.of(typing))
                    : CompletableFuture.<Void>completedFuture(null));
  }
}
