package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.PresentedToken;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Login sessions and refresh tokens as rows. */
public final class PgLoginSessions implements LoginSessions {

  private static final String ADD =
      """
      with session as (
        insert into login_session
          (id, user_id, address, user_agent, created_at, last_active_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning id)
      insert into refresh_token (hash, session_id) select $8, id from session""";

  private static final String COLUMNS =
      """
      s.id, s.user_id, s.address, s.user_agent, s.created_at, s.last_active_at, s.expires_at, \
      s.ended_at""";

  private static final String FIND =
      "select " + COLUMNS + " from login_session s where s.user_id = $1 and s.id = $2";

  private static final String LIVE =
      "select "
          + COLUMNS
          + """
           from login_session s
          where s.user_id = $1 and s.ended_at is null and s.expires_at > $2
          order by s.id desc""";

  private static final String LOCK =
      """
      select id from login_session
      where id = (select session_id from refresh_token where hash = $1) for update""";

  private static final String PRESENT =
      "select "
          + COLUMNS
          + """
          , t.rotated_at, n.rotated_at is not null as successor_used
          from refresh_token t
          join login_session s on s.id = t.session_id
          left join refresh_token n on n.hash = t.successor_hash
          where t.hash = $1""";

  private static final String ROTATE =
      "update refresh_token set rotated_at = $2, successor_hash = $3 where hash = $1";

  private static final String EXTEND =
      """
      with session as (
        update login_session set last_active_at = $2, expires_at = $3 where id = $1 returning id)
      insert into refresh_token (hash, session_id) select $4, id from session""";

  private static final String END =
      """
      with ended as (
        update login_session set ended_at = $2 where id = $1 and ended_at is null returning id)
      insert into revocation (session_id) select id from ended""";

  private final Sql sql;
  private final EventAppender events;

  public PgLoginSessions(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<LoginSession> add(Change<LoginSession> started, SecretHash firstToken) {
    LoginSession session = started.now();
    Tuple row =
        Tuple.tuple()
            .addUUID(session.id().value())
            .addUUID(session.user().value())
            .addString(session.client().address())
            .addString(session.client().userAgent())
            .addOffsetDateTime(Columns.timestamp(session.createdAt()))
            .addOffsetDateTime(Columns.timestamp(session.lastActiveAt()))
            .addOffsetDateTime(Columns.timestamp(session.expiresAt()))
            .addString(firstToken.hex());
    return sql.inUnitOfWork(ADD, row)
        .thenCompose(added -> events.append(started.events()))
        .thenApply(told -> session);
  }

  @Override
  public CompletionStage<Optional<LoginSession>> find(UserId user, LoginSessionId id) {
    return sql.read(FIND, Tuple.of(user.value(), id.value()))
        .thenApply(rows -> Columns.first(rows, PgLoginSessions::session));
  }

  @Override
  public CompletionStage<List<LoginSession>> liveOf(UserId user, Instant now) {
    return sql.read(LIVE, Tuple.of(user.value(), Columns.timestamp(now)))
        .thenApply(rows -> Columns.list(rows, PgLoginSessions::session));
  }

  @Override
  public CompletionStage<Optional<PresentedToken>> present(SecretHash token) {
    // two statements: what the second one sees must be younger than the lock
    return sql.inUnitOfWork(LOCK, Tuple.of(token.hex()))
        .thenCompose(locked -> sql.inUnitOfWork(PRESENT, Tuple.of(token.hex())))
        .thenApply(rows -> Columns.first(rows, PgLoginSessions::presented));
  }

  @Override
  public CompletionStage<Void> rotate(
      LoginSession extended, SecretHash parent, SecretHash successor) {
    Tuple rotated =
        Tuple.of(parent.hex(), Columns.timestamp(extended.lastActiveAt()), successor.hex());
    Tuple next =
        Tuple.of(
            extended.id().value(),
            Columns.timestamp(extended.lastActiveAt()),
            Columns.timestamp(extended.expiresAt()),
            successor.hex());
    return sql.inUnitOfWork(ROTATE, rotated)
        .thenCompose(done -> sql.inUnitOfWork(EXTEND, next))
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<LoginSession> end(Change<LoginSession> ended) {
    if (ended.isNothing()) {
      return CompletableFuture.completedFuture(ended.now());
    }
    LoginSession session = ended.now();
    Tuple row = Tuple.of(session.id().value(), Columns.timestamp(session.endedAt().orElseThrow()));
    return sql.inUnitOfWork(END, row)
        .thenCompose(done -> done.rowCount() == 0 ? unsaid() : events.append(ended.events()))
        .thenApply(told -> session);
  }

  /** Somebody else has ended it meanwhile, and told so. */
  private static CompletionStage<Void> unsaid() {
    return CompletableFuture.completedFuture(null);
  }

  private static LoginSession session(Row row) {
    return new LoginSession(
        new LoginSessionId(row.getUUID("id")),
        new UserId(row.getUUID("user_id")),
        new Client(row.getString("address"), row.getString("user_agent")),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "last_active_at"),
        Columns.instant(row, "expires_at"),
        Columns.optionalInstant(row, "ended_at"));
  }

  private static PresentedToken presented(Row row) {
    return new PresentedToken(
        session(row), Columns.optionalInstant(row, "rotated_at"), row.getBoolean("successor_used"));
  }
}
