package dev.colloquy.usage.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaSubject;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import dev.colloquy.usage.domain.port.out.UsageReadModel;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the ledger and quotas with what stands in other contexts' tables, in one query each. */
public final class PgUsageReadModel implements UsageReadModel {

  /** A group's name has to sort alike here and in the cursor: byte by byte. */
  private static final String SUMS =
      """
      select g.name collate "C" as name, count(*) as requests,
        sum(e.prompt_tokens)::bigint as prompt_tokens,
        sum(e.completion_tokens)::bigint as completion_tokens, sum(e.cost) as cost
      from usage_entry e
      cross join lateral (select case $1
        when 'day' then to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD')
        when 'model' then e.model_id::text
        when 'workspace' then coalesce(e.workspace_id::text, '')
        when 'user' then e.user_id::text end as name) g
      where ($2::uuid is null or e.user_id = $2) and ($3::uuid is null or e.workspace_id = $3)
        and e.occurred_at >= $4 and e.occurred_at < $5
        and ($6::text is null or g.name collate "C" > $6)
      group by 1 order by 1 limit $7""";

  /** $1 the user, $2 his key where he comes with one, $3 the workspace that it is bound to. */
  private static final String STANDINGS =
      "select "
          + QuotaRows.COLUMNS
          + """
          , coalesce(m.used, 0) as used,
            coalesce((
              select sum(h.amount) from quota_hold h
              where h.quota_id = q.id and h.holder = a.holder and h.period = a.begins), 0)
              as reserved
          from quota q
          cross join lateral (
            select coalesce(q.subject_id, $1) as holder,
              date_trunc(q.period, $4::timestamptz at time zone 'UTC')::date as begins) a
          left join quota_meter m
            on m.quota_id = q.id and m.holder = a.holder and m.period = a.begins
          where (q.subject = 'user' and q.subject_id = $1
              or q.subject = 'tier' and q.tier = (select u.tier from users u where u.id = $1)
              or q.subject = 'key' and ($2::uuid is null or q.subject_id = $2)
                and exists (select 1 from api_key k where k.id = q.subject_id and k.user_id = $1)
              or q.subject = 'workspace' and ($3::uuid is null or q.subject_id = $3)
                and exists (select 1 from workspace_member w
                  where w.workspace_id = q.subject_id and w.user_id = $1))
            and ($5::uuid is null or q.id < $5)
          order by q.id desc limit $6""";

  private static final String KNOWS =
      """
      select case $1
        when 'user' then exists (select 1 from users where id = $2 and status <> 'deleted')
        when 'key' then exists (select 1 from api_key where id = $2)
        when 'workspace' then
          exists (select 1 from workspace where id = $2 and status <> 'deleted')
        else true end as known""";

  private final Sql sql;

  public PgUsageReadModel(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Page<UsageLine>> sums(Filter filter, UsageGroup by, PageRequest page) {
    Tuple parameters =
        Tuple.tuple()
            .addString(Columns.text(by))
            .addUUID(filter.user().map(UserId::value).orElse(null))
            .addUUID(filter.workspace().map(WorkspaceId::value).orElse(null))
            .addOffsetDateTime(Columns.timestamp(filter.span().from()))
            .addOffsetDateTime(Columns.timestamp(filter.span().to()))
            .addString(page.after().map(Cursor::position).orElse(null))
            .addInteger(page.limit() + 1);
    return sql.read(SUMS, parameters)
        .thenApply(rows -> Columns.list(rows, PgUsageReadModel::line))
        .thenApply(found -> Page.cut(found, page.limit(), UsageLine::group));
  }

  @Override
  public CompletionStage<Page<Standing>> standings(
      Actor.OfUser actor, Instant now, PageRequest page) {
    Tuple parameters =
        Tuple.of(
            actor.user().value(),
            key(actor),
            actor.boundTo().map(WorkspaceId::value).orElse(null),
            Columns.timestamp(now),
            QuotaRows.before(page),
            page.limit() + 1);
    return sql.read(STANDINGS, parameters)
        .thenApply(rows -> Columns.list(rows, row -> standing(row, now)))
        .thenApply(found -> Page.cut(found, page.limit(), it -> it.quota().id().toString()));
  }

  @Override
  public CompletionStage<Boolean> knows(QuotaSubject subject) {
    return sql.read(KNOWS, Tuple.of(Columns.text(subject.kind()), subject.id().orElse(null)))
        .thenApply(rows -> rows.iterator().next().getBoolean("known"));
  }

  private static @Nullable UUID key(Actor.OfUser actor) {
    return actor instanceof Actor.Key with ? with.key().value() : null;
  }

  private static UsageLine line(Row row) {
    return new UsageLine(
        row.getString("name"),
        row.getLong("requests"),
        new Consumption(
            row.getLong("prompt_tokens"),
            row.getLong("completion_tokens"),
            Quota.plain(row.getBigDecimal("cost"))));
  }

  private static Standing standing(Row row, Instant now) {
    Quota quota = QuotaRows.quota(row);
    return new Standing(
        quota,
        Quota.plain(row.getBigDecimal("used")),
        Quota.plain(row.getBigDecimal("reserved")),
        quota.period().end(now));
  }
}
