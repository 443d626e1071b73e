package dev.colloquy.usage.adapter.persistence;

/**
 * The statements that count. A quota's meter is locked by whoever reserves or settles, always in
 * the order of quota and holder; what is only given back locks none.
 */
final class MeterSql {

  /** The first day of the period of the quota {@code q} in which the call began. */
  private static final String PERIOD =
      "date_trunc(q.period, c.occurred_at at time zone 'UTC')::date";

  /** How much of the call {@code c} the quota {@code q} counts. */
  private static final String AMOUNT =
      """
      case q.metric when 'requests' then 1 when 'cost' then c.cost
        else c.prompt_tokens + c.completion_tokens end""";

  /** Whether the quota {@code q} is about the call {@code c}. */
  private static final String APPLIES =
      """
      (q.subject = 'user' and q.subject_id = c.user_id
        or q.subject = 'key' and q.subject_id = c.key_id
        or q.subject = 'workspace' and q.subject_id = c.workspace_id
        or q.subject = 'tier'
          and q.tier = (select u.tier from users u where u.id = c.user_id))""";

  /** On whose account the quota {@code q} counts the call {@code c}. */
  private static final String HOLDER = "coalesce(q.subject_id, c.user_id)";

  /** Begins the call, and locks the meters that it counts on, made or begun anew where need be. */
  static final String BEGIN =
      """
      with c as (
        insert into usage_call (id, user_id, key_id, workspace_id, model_id, run_id,
          prompt_tokens, completion_tokens, cost, occurred_at, lapses_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        returning *
      )
      insert into quota_meter as m (quota_id, holder, period, used)
      """
          + "select q.id, %s, %s, 0 from c join quota q on %s order by q.id, 2"
              .formatted(HOLDER, PERIOD, APPLIES)
          + """

          on conflict (quota_id, holder) do update set
            period = greatest(m.period, excluded.period),
            used = case when m.period < excluded.period then 0 else m.used end
          returning m.quota_id, m.holder""";

  /**
   * Reserves from the meters that are locked; answers the quotas that do not hold the call. A
   * statement of its own: what others have reserved must be younger than the locks.
   */
  static final String HOLD =
      """
      with due as (
        select m.quota_id, m.holder, m.period, m.used, q.ceiling,
      """
          + AMOUNT
          + """
           as amount
            from unnest($2::uuid[], $3::uuid[]) as l (quota_id, holder)
            join quota_meter m on m.quota_id = l.quota_id and m.holder = l.holder
            join quota q on q.id = m.quota_id
            join usage_call c on c.id = $1
          ), held as (
            insert into quota_hold (call_id, quota_id, holder, period, amount)
            select $1, quota_id, holder, period, amount from due
          )
          select\s"""
          + QuotaRows.COLUMNS
          + """

          from due d join quota q on q.id = d.quota_id
          where d.used + d.amount + (
            select coalesce(sum(h.amount), 0) from quota_hold h
            where h.quota_id = d.quota_id and h.holder = d.holder and h.period = d.period
          ) > d.ceiling
          order by q.id limit 1""";

  /** Thinks anew of a call under way, and locks the meters that it counts on. */
  static final String EXPECT =
      """
      with c as (
        update usage_call set prompt_tokens = $2, completion_tokens = $3, cost = $4, model_id = $5
        where id = $1
      )
      select m.quota_id from quota_hold h
      join quota_meter m on m.quota_id = h.quota_id and m.holder = h.holder
      where h.call_id = $1
      order by m.quota_id, m.holder
      for update of m""";

  /**
   * Reserves anew what the call is thought to take; answers the quotas that do not hold what is
   * more. Of a period that is over nobody is refused any more.
   */
  static final String HOLD_AGAIN =
      """
      with due as (
        select h.quota_id, h.holder, h.period, h.amount as before, m.period as latest, m.used,
          q.ceiling,
      """
          + AMOUNT
          + """
           as amount
            from usage_call c
            join quota_hold h on h.call_id = c.id
            join quota_meter m on m.quota_id = h.quota_id and m.holder = h.holder
            join quota q on q.id = h.quota_id
            where c.id = $1
          ), held as (
            update quota_hold h set amount = d.amount from due d
            where h.call_id = $1 and h.quota_id = d.quota_id
          )
          select\s"""
          + QuotaRows.COLUMNS
          + """

          from due d join quota q on q.id = d.quota_id
          where d.amount > d.before and d.latest = d.period and d.used + d.amount + (
            select coalesce(sum(h.amount), 0) from quota_hold h
            where h.quota_id = d.quota_id and h.holder = d.holder and h.period = d.period
              and h.call_id <> $1
          ) > d.ceiling
          order by q.id limit 1""";

  /** The call becomes an entry, its holds what was used. */
  static final String SETTLE =
      """
      with ended as (
        delete from usage_call where id = $1 returning *
      ), c as (
        insert into usage_entry (id, user_id, key_id, workspace_id, model_id, run_id,
          prompt_tokens, completion_tokens, cost, occurred_at)
        select id, user_id, key_id, workspace_id, model_id, run_id, $2, $3, $4, occurred_at
        from ended
        returning *
      ), held as (
        delete from quota_hold where call_id = $1 returning quota_id, holder, period
      ), due as (
        select m.quota_id, m.holder, h.period
        from held h join quota_meter m on m.quota_id = h.quota_id and m.holder = h.holder
        order by m.quota_id, m.holder
        for update of m
      )
      update quota_meter m set used = m.used +\s"""
          + AMOUNT
          + """

          from due d, quota q, c
          where m.quota_id = d.quota_id and m.holder = d.holder and m.period = d.period
            and q.id = d.quota_id""";

  /** What was reserved goes with it. */
  static final String RELEASE = "delete from usage_call where id = $1";

  static final String RELEASE_LAPSED = "delete from usage_call where lapses_at <= $1";

  /** What a new quota's meters begin with: the period's ledger, and whoever asks just now. */
  static final String CATCH_UP =
      """
      with c as (
        select user_id, key_id, workspace_id, prompt_tokens, completion_tokens, cost,
          occurred_at, true as ended
        from usage_entry
        union all
        select user_id, key_id, workspace_id, prompt_tokens, completion_tokens, cost,
          occurred_at, false
        from usage_call
      )
      insert into quota_meter (quota_id, holder, period, used)
      """
          + "select q.id, %s, $2::date, coalesce(sum(%s) filter (where c.ended), 0)"
              .formatted(HOLDER, AMOUNT)
          + " from quota q join c on %s".formatted(APPLIES)
          + """

          where q.id = $1 and c.occurred_at >= $2::date::timestamp at time zone 'UTC'
          group by 1, 2""";

  /** What calls under way may take counts for a new quota, too. */
  static final String HOLD_UNDER_WAY =
      """
      insert into quota_hold (call_id, quota_id, holder, period, amount)
      """
          + "select c.id, q.id, %s, $2::date, %s from quota q join usage_call c on %s"
              .formatted(HOLDER, AMOUNT, APPLIES)
          + """

          where q.id = $1 and c.occurred_at >= $2::date::timestamp at time zone 'UTC'""";

  private MeterSql() {}
}
