package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.EventException.ActorEnded;
import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the feed's table for somebody: floor, head, his standing and his events at once. */
final class FeedQueries {

  private final Sql sql;

  FeedQueries(Sql sql) {
    this.sql = sql;
  }

  /**
   * What one statement has found.
   *
   * @param scanned the position up to which nothing else is his
   * @param places all that the user belongs to, where it was asked for
   * @param gone those of them that are deleted
   * @param home the workspace of the place whose events were asked for
   */
  record Seen(
      long head,
      long floor,
      long scanned,
      List<RecordedEvent> events,
      Set<UUID> places,
      Set<UUID> gone,
      Optional<UUID> home) {}

  /**
   * Reads after a position, as many events as fit.
   *
   * @param places whether to find what the user belongs to
   * @return fails with {@code NotFound} or {@code AccessDenied} where a place was asked for
   */
  CompletionStage<Seen> read(Reader reader, long after, int limit, long bytes, boolean places) {
    EventFilter filter = reader.filter();
    Tuple parameters =
        standing(reader)
            .addLong(after)
            .addInteger(limit)
            .addLong(bytes)
            .addArrayOfString(filter.types().toArray(String[]::new))
            .addUUID(filter.workspace().map(WorkspaceId::value).orElse(null))
            .addUUID(filter.conversation().map(ConversationId::value).orElse(null))
            .addBoolean(reader.actor().administers())
            .addBoolean(places);
    return sql.read(VisibleSql.of(reader).events(), parameters)
        .thenApply(rows -> seen(reader, rows, limit, bytes));
  }

  /** Where the reader stands who wants what happens from now on, with all that he belongs to. */
  CompletionStage<Seen> stand(Reader reader) {
    return sql.read(VisibleSql.of(reader).standing(), standing(reader))
        .thenApply(rows -> seen(reader, rows, 0, 0));
  }

  private static Tuple standing(Reader reader) {
    return Tuple.tuple()
        .addUUID(reader.actor().user().value())
        .addUUID(session(reader.actor()))
        .addUUID(key(reader.actor()))
        .addUUID(reader.actor().boundTo().map(WorkspaceId::value).orElse(null))
        .addUUID(reader.place().map(FeedQueries::id).orElse(null));
  }

  /** The workspace or conversation. */
  static UUID id(Scope place) {
    return switch (place) {
      case Scope.OfWorkspace(var workspace) -> workspace.value();
      case Scope.OfConversation(var conversation) -> conversation.value();
    };
  }

  private static @Nullable UUID session(Actor.OfUser actor) {
    return actor instanceof Actor.Person person ? person.session().value() : null;
  }

  private static @Nullable UUID key(Actor.OfUser actor) {
    return actor instanceof Actor.Key key ? key.key().value() : null;
  }

  private static Seen seen(Reader reader, RowSet<Row> rows, int limit, long bytes) {
    Iterator<Row> all = rows.iterator();
    Row feed = all.next();
    refuse(reader, feed.getString("standing"));
    long head = feed.getLong("last_position");
    long scanned = head;
    List<RecordedEvent> events = new ArrayList<>(rows.size() - 1);
    while (all.hasNext()) {
      Row row = all.next();
      events.add(FeedRow.read(row));
      if (events.size() == limit || row.getLong("total") >= bytes) {
        scanned = row.getLong("position");
      }
    }
    return new Seen(
        head,
        feed.getLong("floor"),
        scanned,
        events,
        ids(feed, "places"),
        ids(feed, "gone"),
        Optional.ofNullable(feed.getUUID("home")));
  }

  private static void refuse(Reader reader, String standing) {
    String thing = reader.place().map(FeedQueries::name).orElse("feed");
    switch (standing) {
      case "belongs" -> {}
      case "ended" -> throw new ActorEnded();
      case "unknown" -> throw new NotFound(thing);
      default -> throw new AccessDenied("You have no part in this " + thing + ".");
    }
  }

  private static String name(Scope place) {
    return switch (place) {
      case Scope.OfWorkspace workspace -> "workspace";
      case Scope.OfConversation conversation -> "conversation";
    };
  }

  private static Set<UUID> ids(Row row, String column) {
    UUID[] ids = row.getArrayOfUUIDs(column);
    return ids == null ? Set.of() : Set.of(ids);
  }
}
