package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.port.out.DefaultConversations;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Default conversations as rows of their table. */
public final class PgDefaultConversations implements DefaultConversations {

  private static final String HOLD_OFF = "select pg_advisory_xact_lock(hashtextextended($1, 2))";

  private static final String FIND =
      "select conversation_id from default_conversation where user_id = $1";

  private static final String PUT =
      """
      insert into default_conversation (user_id, conversation_id) values ($1, $2)
      on conflict (user_id) do update set conversation_id = excluded.conversation_id""";

  private final Sql sql;

  public PgDefaultConversations(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Optional<ConversationId>> find(UserId user) {
    // a statement of its own: the search's snapshot must be younger than the lock
    return sql.inUnitOfWork(HOLD_OFF, Tuple.of("default conversation of " + user))
        .thenCompose(held -> sql.inUnitOfWork(FIND, Tuple.of(user.value())))
        .thenApply(
            rows -> Columns.first(rows, row -> new ConversationId(row.getUUID("conversation_id"))));
  }

  @Override
  public CompletionStage<Void> put(UserId user, ConversationId conversation) {
    return sql.inUnitOfWork(PUT, Tuple.of(user.value(), conversation.value()))
        .thenAccept(put -> {});
  }
}
