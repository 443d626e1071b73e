package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.port.out.Ids;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Appends and lists in one statement each; why an append failed takes a second one. */
public final class PgMessageLog implements MessageLog {

  /** An append that came to nothing: who stands where, and what the key was used for. */
  private static final String WHY_NOT =
      "select "
          + MessageRows.COLUMNS
          + ", "
          + StandingRow.COLUMNS
          + """
          , $5::uuid is null or exists (
              select 1 from message where id = $5 and conversation_id = $1) as parent_known,
            a.fingerprint from\s"""
          + StandingRow.TABLES
          + """
          left join attempt a on a.user_id = $2 and a.key = $3 and a.expires_at > $4
          left join message m on m.id = a.reference and m.conversation_id = c.id
          where c.id = $1""";

  private static final String PAGE =
      """
      select * from message
      where p.user_id is not null and conversation_id = c.id and seq %1$s $3
      order by seq %2$s limit $4
      """;

  /**
   * A long page ends where it weighs too much; to weigh short ones would cost the database half as
   * much again as reading them. {@code follows} says of the last row whether there is more.
   */
  private static final String WEIGHED_PAGE =
      """
      select * from (
        select near.*, lead(seq) over page is not null as follows,
               sum(coalesce(octet_length(content), 0)) over page as bytes
        from ("""
          + PAGE
          + """
        ) near
        window page as (order by seq %2$s rows unbounded preceding)
      ) weighed
      where bytes - coalesce(octet_length(content), 0) < %3$d
      """;

  static final String OLDER = list("", PAGE.formatted("<", "desc"));
  private static final String NEWER = list("", PAGE.formatted(">", "asc"));
  private static final String WEIGHED_OLDER =
      list(", m.follows", WEIGHED_PAGE.formatted("<", "desc", PAGE_BYTES));
  private static final String WEIGHED_NEWER =
      list(", m.follows", WEIGHED_PAGE.formatted(">", "asc", PAGE_BYTES));

  private final Sql sql;
  private final Ids ids;
  private final Executor append;
  private final Runnable appended;

  private interface Executor {

    CompletionStage<RowSet<Row>> execute(String statement, Tuple parameters);
  }

  private PgMessageLog(Sql sql, Ids ids, Executor append, Runnable appended) {
    this.sql = sql;
    this.ids = ids;
    this.append = append;
    this.appended = appended;
  }

  /** A log whose appends commit by themselves. */
  public static PgMessageLog alone(Sql sql, Ids ids, Wakeup wakeup) {
    return new PgMessageLog(sql, ids, sql::alone, wakeup);
  }

  /** A log whose appends belong to the unit of work under way. */
  public static PgMessageLog inUnitOfWork(Sql sql, Ids ids, Wakeup wakeup) {
    return new PgMessageLog(sql, ids, sql::inUnitOfWork, () -> sql.afterCommit(wakeup));
  }

  @Override
  public CompletionStage<Outcome> append(Posting posting) {
    return append
        .execute(AppendStatement.TEXT, AppendStatement.parameters(posting, ids.next()))
        .thenCompose(
            rows ->
                Columns.first(rows, row -> row.getLong("seq"))
                    .map(seq -> appended(posting.at(seq)))
                    .orElseGet(() -> whyNot(posting)));
  }

  @Override
  public CompletionStage<Listing> list(
      Actor.OfUser reader, ConversationId conversation, MessageWindow window, int limit) {
    long bound =
        switch (window) {
          case MessageWindow.Newest() -> Long.MAX_VALUE;
          case MessageWindow.Before(long seq) -> seq;
          case MessageWindow.After(long seq) -> seq;
        };
    return sql.read(
            statement(window, limit),
            Tuple.of(conversation.value(), reader.user().value(), bound, limit + 1))
        .thenApply(rows -> listing(rows, reader, window, limit));
  }

  private static String list(String further, String page) {
    return "select "
        + MessageRows.COLUMNS
        + ", "
        + StandingRow.COLUMNS
        + further
        + " from "
        + StandingRow.TABLES
        + " left join lateral ("
        + page
        + ") m on true where c.id = $1";
  }

  private static String statement(MessageWindow window, int limit) {
    if (limit > SHORT_PAGE) {
      return window.forward() ? WEIGHED_NEWER : WEIGHED_OLDER;
    }
    return window.forward() ? NEWER : OLDER;
  }

  private CompletionStage<Outcome> appended(Message message) {
    appended.run();
    return CompletableFuture.completedFuture(new Outcome.Appended(message));
  }

  private CompletionStage<Outcome> whyNot(Posting posting) {
    return append
        .execute(
            WHY_NOT,
            Tuple.of(
                posting.conversation().value(),
                posting.actor().user().value(),
                posting.key().map(RequestKey::key).orElse(null),
                Columns.timestamp(posting.now()),
                posting.parent().map(MessageId::value).orElse(null)))
        .thenApply(
            rows -> Columns.first(rows, row -> reason(posting, row)).orElseGet(NotFound::new));
  }

  private static Outcome reason(Posting posting, Row row) {
    StandingRow standing = StandingRow.of(row);
    if (standing.isGone()) {
      return new NotFound();
    }
    if (!standing.admits(posting.actor())) {
      return new NotParticipant();
    }
    Optional<Outcome> replay =
        Optional.ofNullable(row.getString("fingerprint"))
            .map(fingerprint -> replay(posting, fingerprint, row));
    return replay
        .or(() -> standing.archived().map(Outcome.Archived::new))
        .or(() -> row.getBoolean("parent_known") ? Optional.empty() : unknownParent())
        .orElseThrow(Conflict::new);
  }

  private static Outcome replay(Posting posting, String fingerprint, Row row) {
    boolean same = posting.key().filter(key -> key.fingerprint().equals(fingerprint)).isPresent();
    return same && MessageRows.isThere(row)
        ? new Outcome.Replayed(MessageRows.message(row))
        : new Outcome.KeyReused();
  }

  private static Optional<Outcome> unknownParent() {
    return Optional.of(new Outcome.UnknownParent());
  }

  private static Listing listing(
      RowSet<Row> rows, Actor.OfUser reader, MessageWindow window, int limit) {
    Optional<StandingRow> standing =
        Columns.first(rows, StandingRow::of).filter(it -> !it.isGone());
    if (standing.isEmpty()) {
      return new NotFound();
    }
    if (!standing.get().admits(reader)) {
      return new NotParticipant();
    }
    return new Listing.Listed(page(rows, window, limit));
  }

  private static Page<Message> page(RowSet<Row> rows, MessageWindow window, int limit) {
    List<Message> found = new ArrayList<>(limit);
    boolean more = false;
    for (Row row : rows) {
      if (found.size() == limit) {
        more = true;
      } else if (MessageRows.isThere(row)) {
        found.add(MessageRows.message(row));
        more = limit > SHORT_PAGE && row.getBoolean("follows");
      }
    }
    if (!window.forward()) {
      Collections.reverse(found);
    }
    return new Page<>(found, window.next(found, more));
  }
}
