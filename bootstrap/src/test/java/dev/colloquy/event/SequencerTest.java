package dev.colloquy.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.colloquy.event.adapter.persistence.FeedNode;
import dev.colloquy.event.testkit.Happening;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SequencerTest {

  private static final String TAKEN_PLACE =
      """
      begin;
      create temporary table taken on commit drop as select * from feed;
      update taken set position = 2;
      insert into feed select * from taken;
      """;

  private static final String WAITING_FOR_A_LOCK =
      "select count(*) from pg_stat_activity"
          + " where wait_event_type = 'Lock' and datname = current_database()";

  private static final String TAKEN_BACK =
      """
      explain select position from feed
      where subject_id = '00000000-0000-7000-8000-000000000000'
        and type in ('message.created', 'message.updated')
      """;

  /** Each round is a transaction. */
  private static final String ROUNDS = "select txid_snapshot_xmax(txid_current_snapshot())";

  private final FeedDatabase database = new FeedDatabase();

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void movesWhatEightWritersCommitWithoutHolesAndInEachConversationsOrder() {
    database.startNode();
    database.startNode();
    WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    int writers = 8;
    int each = 150;

    List<CompletableFuture<Void>> writing =
        IntStream.range(0, writers)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> say(workspace, each)))
            .toList();
    writing.forEach(CompletableFuture::join);
    awaitPosition(writers * each);

    assertThat(one("select count(*) from feed")).isEqualTo(writers * each);
    assertThat(one("select max(position) - min(position) + 1 from feed")).isEqualTo(writers * each);
    assertThat(
            one(
                """
                select count(*) from (
                  select (data->>'note')::int as note,
                         row_number() over (partition by conversation_id order by position) as place
                    from feed) told
                 where note <> place
                """))
        .isZero();
  }

  @Test
  void aTransactionThatStaysOpenDelaysItsOwnEventAlone() {
    FeedNode node = database.startNode();
    UserId user = Actors.anyUser();
    SqlConnection slow = database.done(database.pool().getConnection());
    Transaction open = database.done(slow.begin());
    database.done(slow.query(insertOf("slow")).execute());
    database.write(Happening.to(user, "quick"));
    node.wakeup().run();

    awaitPosition(1);
    List<String> before = types();
    // so many that the low-water mark would have passed the slow one if it did not know of it
    for (int i = 0; i < 20; i++) {
      database.write(Happening.to(user, "more"));
      node.wakeup().run();
    }
    awaitPosition(21);
    database.done(open.commit());
    database.done(slow.close());
    awaitPosition(22);

    assertThat(before).containsExactly("user.updated");
    assertThat(types().getLast()).isEqualTo("slow");
    assertThat(one("select count(*) from outbox")).isZero();
  }

  @Test
  void aTransactionThatBeganDuringARoundIsToldAsSoonAsItHasEnded() {
    FeedNode node = database.startOrderingNode();
    database.write(Happening.to(Actors.anyUser(), "first"));
    awaitPosition(1);
    // a round that lasts, for its place is taken, and whose transaction is older than the slow one
    SqlConnection obstacle = database.done(database.pool().getConnection());
    database.done(obstacle.query(TAKEN_PLACE).execute());
    database.write(Happening.to(Actors.anyUser(), "second"));
    node.wakeup().run();
    await().until(() -> one(WAITING_FOR_A_LOCK) == 1);
    SqlConnection slow = database.done(database.pool().getConnection());
    Transaction open = database.done(slow.begin());
    database.done(slow.query(insertOf("slow")).execute());
    database.done(obstacle.query("rollback").execute());
    database.done(obstacle.close());
    awaitPosition(2);
    long before = one(ROUNDS);
    node.wakeup().run();
    await().until(() -> one(ROUNDS) > before + 3);

    database.done(open.commit());
    database.done(slow.close());
    node.wakeup().run();

    // long before everything is looked through again
    await().atMost(Duration.ofSeconds(4)).until(() -> database.lastPosition() == 3);
  }

  @Test
  void anotherNodeTakesOverWhenTheOwnerIsGone() {
    FeedNode first = database.startNode();
    await().until(() -> one("select epoch from feed_head") == 1);
    database.startNode();
    database.write(Happening.to(Actors.anyUser(), "1"));
    awaitPosition(1);

    first.stop().toCompletableFuture().join();
    database.write(Happening.to(Actors.anyUser(), "2"));

    awaitPosition(2);
    assertThat(one("select epoch from feed_head")).isEqualTo(2);
  }

  @Test
  void aSessionOfTheOwnersThatHangsIsEndedByWhoeverTakesOver() {
    SqlConnection frozen = database.done(database.pool().getConnection());
    long pid = pidOf(frozen);
    database.execute(
        """
        update feed_head
           set epoch = 7, owner = gen_random_uuid(), backend_pid = session.pid,
               backend_start = session.backend_start,
               expires_at = clock_timestamp() + interval '1 second'
          from pg_stat_activity session
         where session.pid = $1
        """,
        (int) pid);
    // what a round does whose client never comes back
    database.done(frozen.query("begin; select from feed_head for update").execute());
    database.write(Happening.to(Actors.anyUser(), "1"));

    database.startNode();

    awaitPosition(1);
    assertThat(one("select epoch from feed_head")).isEqualTo(8);
    assertThat(one("select count(*) from pg_stat_activity where pid = " + pid)).isZero();
  }

  @Test
  void anOwnerWhoFrozeAndWokeDoesNothing() {
    FeedNode frozen = database.startNode();
    await().until(() -> one("select epoch from feed_head") == 1);
    database.write(Happening.to(Actors.anyUser(), "1"));
    awaitPosition(1);

    // somebody else has taken over while this one slept
    database.execute(
        """
        update feed_head
           set epoch = epoch + 1, owner = gen_random_uuid(), backend_pid = null,
               expires_at = clock_timestamp() + interval '3 seconds'
        """);
    database.write(Happening.to(Actors.anyUser(), "2"));
    frozen.wakeup().run();
    await().during(Duration.ofSeconds(1)).until(() -> database.lastPosition() == 1);

    // and when that one is gone, the feed goes on
    awaitPosition(2);
    assertThat(one("select epoch from feed_head")).isEqualTo(3);
    assertThat(one("select count(*) from feed")).isEqualTo(2);
  }

  @Test
  void aRoundThatIsTooMuchAtOnceIsDoneInSmallerOnes() {
    database.execute(
        """
        create function at_most_hundred() returns trigger language plpgsql as $$
        begin
          if (select count(*) from fresh) > 100 then raise 'too much at once'; end if;
          return null;
        end $$""");
    database.execute(
        """
        create trigger at_most_hundred after insert on feed
        referencing new table as fresh for each statement execute function at_most_hundred()""");
    int events = 1_000;
    say(new WorkspaceId(UUID.randomUUID()), events);

    database.startNode();

    awaitPosition(events);
    assertThat(one("select count(*) from outbox")).isZero();
  }

  /** By its conversation, each deletion would read all that this ever told. */
  @Test
  void whatADeletionTakesBackIsFoundByItsMessage() {
    database.startNode();
    say(new WorkspaceId(UUID.randomUUID()), 200);
    awaitPosition(200);
    database.execute("analyze feed");
    SqlConnection session = database.done(database.pool().getConnection());
    database.done(session.query("set enable_seqscan = off").execute());

    List<String> plan = new ArrayList<>();
    database.done(session.query(TAKEN_BACK).execute()).forEach(row -> plan.add(row.getString(0)));
    database.done(session.close());

    assertThat(plan).anyMatch(line -> line.contains("feed_1_subject_id_idx"));
  }

  @Test
  void makesPartitionsAheadOfTheHead() {
    database.execute("update feed_head set last_position = 2500000, floor = 2500000");
    database.startNode();
    database.write(Happening.to(Actors.anyUser(), "1"));

    awaitPosition(2_500_001);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        one("select count(*) from pg_inherits where inhparent = 'feed'::regclass"))
                    .isEqualTo(5));
  }

  private void say(WorkspaceId workspace, int times) {
    ConversationId conversation = new ConversationId(UUID.randomUUID());
    for (int i = 1; i <= times; i++) {
      database.write(Happening.said(workspace, conversation, String.valueOf(i)));
    }
  }

  private void awaitPosition(long position) {
    await().atMost(Duration.ofSeconds(60)).until(() -> database.lastPosition() == position);
  }

  private long one(String query) {
    return database.execute(query).iterator().next().getLong(0);
  }

  private List<String> types() {
    RowSet<Row> rows = database.execute("select type from feed order by position");
    List<String> types = new ArrayList<>();
    rows.forEach(row -> types.add(row.getString(0)));
    return types;
  }

  private long pidOf(SqlConnection connection) {
    RowSet<Row> rows = database.done(connection.query("select pg_backend_pid()").execute());
    return rows.iterator().next().getLong(0);
  }

  private static String insertOf(String type) {
    return """
        insert into outbox (event_id, type, version, occurred_at, actor_kind, subject_type,
                            subject_id, correlation_id, audience, address, request_hash,
                            duration_us, data)
        values (gen_random_uuid(), '%s', 1, now(), 'system', 'user', gen_random_uuid(),
                gen_random_uuid(), 'nobody', '', '', 0, '{}')
        """
        .formatted(type);
  }
}
