package dev.colloquy.run.adapter.persistence;

/**
 * The statements about runs. A lease lasts 5 seconds, by the database's clock alone: a run's own
 * from when it is taken up, and from then on its node's, which is one row however many runs it has.
 */
final class RunSql {

  static final String FIND = "select " + RunRows.COLUMNS + " from run r where r.id = $1";

  static final String LOCK = FIND + " for update";

  static final String HOLD_OFF = "select pg_advisory_xact_lock(hashtextextended($1, 1))";

  static final String UNFINISHED =
      "select "
          + RunRows.COLUMNS
          + """

          from run r where r.conversation_id = $1
            and r.status in ('queued', 'running', 'waiting_approval')
          order by r.id for update""";

  /** Those in conversations that the user still takes part in. */
  static final String STARTED_BY =
      "select "
          + RunRows.COLUMNS
          + """

          from run r
          join participant p on p.conversation_id = r.conversation_id and p.user_id = r.started_by
          join conversation c on c.id = r.conversation_id and c.status <> 'deleted'
          join workspace w on w.id = c.workspace_id and w.status <> 'deleted'
          where r.started_by = $1 and ($2::uuid is null or r.workspace_id = $2)
            and ($3::text is null or r.status = $3) and ($4::uuid is null or r.id < $4)
          order by r.id desc limit $5""";

  static final String OF_CONVERSATION =
      "select "
          + RunRows.COLUMNS
          + """

          from run r where r.conversation_id = $1 and ($2::uuid is null or r.id < $2)
          order by r.id desc limit $3""";

  private static final String FRESH =
      """
      insert into run (id, conversation_id, workspace_id, started_by, question_id, system,
        model_id, importance, temperature, max_tokens, retry_of, created_at, version, tools,
        fallbacks, prompt_tokens, completion_tokens, cost, status, attempt%s)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, 0, 0, %s)""";

  static final String ADD = FRESH.formatted("", "'queued', 0");

  /** {@code $16} when it began, {@code $17} the node. */
  static final String ADD_TAKEN_UP =
      FRESH.formatted(
              ", started_at, node, epoch, lease_until",
              "'running', 1, $16, $17, 1, clock_timestamp() + interval '5 seconds'")
          + " returning epoch";

  private static final String ENDED =
      """
      update run set status = $2, prompt_tokens = $3, completion_tokens = $4, cost = $5,
        error_code = $6, error_detail = $7, result_id = $8,
        cancel_requested_at = coalesce(cancel_requested_at, $9), finished_at = $10, version = $11,
        tier_path = $12
      where id = $1""";

  static final String CALL_OFF = ENDED + " and status = 'queued' and version = $11 - 1";

  /** A wish to cancel may have come in between; only the hold counts. */
  static final String END = ENDED + " and status = 'running' and node = $13 and epoch = $14";

  private static final String WAITS =
      """
      update run set status = '%s', prompt_tokens = $2, completion_tokens = $3, cost = $4,
        waits = $5, waited_attempt = $6, resumed_at = $7,
        cancel_requested_at = coalesce(cancel_requested_at, $8), version = $9,
        tier_path = $10
      where id = $1 and\s""";

  static final String SUSPEND =
      WAITS.formatted("waiting_approval") + "status = 'running' and node = $11 and epoch = $12";

  static final String RESUME =
      WAITS.formatted("queued") + "status = 'waiting_approval' and version = $9 - 1";

  /** More of a stream, by whoever has the run's row. */
  static final String APPEND =
      """
      with base as (
        select coalesce(max(place), 0) as place from run_chunk where run_id = $1 and attempt = $2
      ), more as (
        insert into run_chunk (run_id, attempt, place, type, data)
        select $1, $2, (base.place + s.n)::int, s.type, s.data
        from base, unnest($3::text[], $4::jsonb[]) with ordinality as s (type, data, n)
      )
      select place from base""";

  static final String REQUEST_CANCEL =
      "update run r set cancel_requested_at = coalesce(r.cancel_requested_at, $2)"
          + " where r.id = $1 and r.status in ('queued', 'running') and r.attempt > 0 returning "
          + RunRows.COLUMNS;

  /**
   * A conversation's oldest waiting run, where none speaks, and whatever lost its node: {@code $1}
   * how many at the most, {@code $2} the node, {@code $3} now, {@code $4} what the node works on
   * and does not take up again; of its own, whatever it has let go is lost too. Rows that another
   * node looks at are left to it.
   */
  static final String TAKE_UP =
      """
      with due as (
        select d.id from run d
        where d.status in ('queued', 'running') and (
          (d.status = 'running' and d.lease_until < clock_timestamp() and d.id <> all($4)
            and (d.node = $2 or d.node <> all(array(
              select n.id from run_node n where n.lease_until >= clock_timestamp()))))
          or (d.status = 'queued' and not exists (
            select 1 from run o where o.conversation_id = d.conversation_id
              and (o.status in ('running', 'waiting_approval')
                or (o.status = 'queued' and o.id < d.id)))))
        order by d.id limit $1
        for update of d skip locked
      )
      update run r set status = 'running', attempt = r.attempt + 1, version = r.version + 1,
        started_at = coalesce(r.started_at, $3), node = $2, epoch = r.epoch + 1,
        lease_until = clock_timestamp() + interval '5 seconds'
      from due where r.id = due.id
      returning r.epoch,
      """
          + RunRows.COLUMNS;

  /** {@code $1} the node, {@code $2} what it works on. It waits for nobody. */
  static final String RENEW =
      """
      with alive as (
        insert into run_node (id, lease_until)
        values ($1, clock_timestamp() + interval '5 seconds')
        on conflict (id) do update set lease_until = excluded.lease_until
      )
      select id, epoch, cancel_requested_at is not null as cancelled
      from run where node = $1 and id = any($2) and status = 'running'""";

  /** {@code $1} the node; and nodes that are long gone are forgotten. */
  static final String RELEASE =
      """
      with gone as (
        delete from run_node
        where id = $1 or lease_until < clock_timestamp() - interval '1 hour'
      ), mine as (
        select id from run where node = $1 and status = 'running'
        order by id for no key update
      )
      update run r set lease_until = clock_timestamp() - interval '1 second'
      from mine where r.id = mine.id""";

  /** The stream as it was and its last signals become one row an attempt. */
  static final String PUT_AWAY =
      """
      with base as (
        select coalesce(max(place), 0) as place from run_chunk
        where run_id = $1 and attempt = $2
      ), gone as (
        delete from run_chunk where run_id = $1 returning attempt, place, type, data
      ), whole as (
        select attempt, place, type, data from gone
        union all
        select $2, (base.place + s.n)::int, s.type, s.data
        from base, unnest($3::text[], $4::jsonb[]) with ordinality as s (type, data, n)
      ), kept as (
        insert into run_record (run_id, attempt, entries)
        select $1, attempt,
          jsonb_agg(jsonb_build_object('p', place, 't', type, 'd', data) order by place)
        from whole group by attempt
      )
      select place from base""";

  /**
   * Only of runs whose hold is the latest; a take-over waits for it, and it for a take-over. It
   * answers the runs, and not each row of theirs.
   */
  static final String WRITE =
      """
      with written as (
        insert into run_chunk (run_id, attempt, place, type, data)
        select c.run_id, c.attempt, c.place, c.type, c.data
        from unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::jsonb[])
          as c (run_id, epoch, attempt, place, type, data)
        join run r on r.id = c.run_id
        where r.node = $7 and r.epoch = c.epoch and r.status = 'running'
        order by r.id, c.place
        for share of r
        returning run_id
      )
      select array_agg(distinct run_id) from written""";

  private static final String ENTRIES_AFTER =
      """
      (select c.attempt, c.place, c.type, c.data from run_chunk c
       where c.run_id = r.id and (c.attempt, c.place) > (f.attempt, f.place)
       union all
       select k.attempt, (e ->> 'p')::int, e ->> 't', e -> 'd'
       from run_record k, jsonb_array_elements(k.entries) e
       where k.run_id = r.id and k.attempt >= f.attempt
         and (k.attempt, (e ->> 'p')::int) > (f.attempt, f.place)
       order by 1, 2 limit $4)""";

  /** What follows some places, each in its stream; and whether the run is over, if nothing does. */
  static final String AFTER =
      """
      select r.id, r.status not in ('queued', 'running', 'waiting_approval') as over,
        e.attempt, e.place, e.type, e.data
      from unnest($1::uuid[], $2::int[], $3::int[]) as f (run_id, attempt, place)
      join run r on r.id = f.run_id
      left join lateral
      """
          + ENTRIES_AFTER
          + " e on true order by r.id, e.attempt, e.place";

  private RunSql() {}
}
