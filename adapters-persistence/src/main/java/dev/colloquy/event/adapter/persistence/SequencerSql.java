package dev.colloquy.event.adapter.persistence;

/** The sequencer's statements; each is a transaction of its own. */
final class SequencerSql {

  /** How many events one round moves at the most. */
  static final int ROUND = 2_000;

  /**
   * Ends the session of an owner whose lease has run out: a statement of his that hangs holds the
   * head, and taking over would wait for it. {@code $1} the node, which may follow on itself.
   */
  static final String END_PREVIOUS =
      """
      select pg_terminate_backend(session.pid)
        from feed_head head
        join pg_stat_activity session
          on session.pid = head.backend_pid and session.backend_start = head.backend_start
       where (head.expires_at < clock_timestamp() or head.owner = $1)
         and session.pid <> pg_backend_pid()
      """;

  /** {@code $1} the node, {@code $2} the lease in milliseconds. */
  static final String TAKE_OVER =
      """
      update feed_head
         set epoch = epoch + 1, owner = $1, backend_pid = session.pid,
             backend_start = session.backend_start,
             expires_at = clock_timestamp() + $2::bigint * interval '1 millisecond'
        from pg_stat_activity session
       where id = 1 and session.pid = pg_backend_pid()
         and (expires_at < clock_timestamp() or owner = $1)
      returning epoch, last_position
      """;

  /**
   * One round: {@code $1} the epoch, {@code $2} the low-water mark, {@code $3} the lease in
   * milliseconds, {@code $4} how many at the most. Whoever has lost the epoch finds no head and
   * does nothing. It answers counts alone: a client that stops reading rows would hold the head.
   *
   * <p>What was taken back leaves the feed too: of the events that told a message's content, no
   * more is left than what tells its deletion. Those of the same round are not in the feed yet and
   * arrive so.
   */
  static final String ROUND_OF_THE_OWNER =
      """
      with head as (
        select last_position from feed_head where id = 1 and epoch = $1 for update
      ), batch as (
        delete from outbox
         where id = any(array(select id from outbox where id > $2 order by id limit $4))
           and exists (select from head)
        returning %1$s, id
      ), taken_back as (
        select id, subject_id, data from batch where type = 'message.deleted'
      ), moved as (
        insert into feed (position, %1$s)
        select head.last_position + row_number() over (order by batch.id), %2$s
          from batch, head
        returning 1
      ), blanked as (
        update feed
           set data = (select data from taken_back where taken_back.subject_id = feed.subject_id
                        limit 1)
         where feed.position = any(array(
           select told.position
             from taken_back
            cross join lateral (
              select position
                from feed
               where feed.subject_id = taken_back.subject_id
                 and feed.type in ('message.created', 'message.updated')
              offset 0) told))
      ), counted as (
        select count(*) as moved from moved
      ), kept as (
        update feed_head
           set last_position = last_position + counted.moved,
               expires_at = clock_timestamp() + $3::bigint * interval '1 millisecond'
          from counted
         where id = 1 and epoch = $1
           and (counted.moved > 0
                or expires_at < clock_timestamp() + $3::bigint / 2 * interval '1 millisecond')
      )
      select (select last_position from head) as before, counted.moved,
             pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
             pg_current_xact_id()::text::bigint as own,
             (select case when is_called then last_value else 0 end from outbox_id_seq) as handed_out
        from counted
      """
          .formatted(
              FeedRow.STORED,
              FeedRow.storedOf("batch")
                  .replace(
                      "batch.data",
                      """
                      coalesce(
                        (select data from taken_back
                          where taken_back.subject_id = batch.subject_id
                            and batch.type in ('message.created', 'message.updated')
                          limit 1),
                        batch.data)"""));

  /** {@code $1} the last position. */
  static final String PARTITIONS_AHEAD = "select feed_partitions_ahead($1)";

  /** {@code $1} the epoch. */
  static final String RELEASE =
      "update feed_head set expires_at = '-infinity' where id = 1 and epoch = $1";

  private SequencerSql() {}
}
