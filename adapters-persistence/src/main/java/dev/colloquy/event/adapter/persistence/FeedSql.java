package dev.colloquy.event.adapter.persistence;

/** The readers' statements. */
final class FeedSql {

  /** {@code $1} how many of the latest events to begin with. */
  static final String BEGIN =
      "select greatest(floor, last_position - $1) as position from feed_head where id = 1";

  /**
   * {@code $1} the position, {@code $2} rows, {@code $3} bytes at the most, but for the first. Each
   * event's data is written as text once, weighed and sent so: that is most of what this costs.
   */
  static final String TAIL =
      """
      select * from (
        select *, octet_length(data) as bytes,
               sum(octet_length(data)) over (order by position rows unbounded preceding) as total
          from (select %1$s from feed where position > $1 order by position limit $2) latest
      ) weighed
       where total - bytes < $3
       order by position
      """
          .formatted(FeedRow.READ.replaceFirst("data$", "data::text as data"));

  /**
   * What somebody sees after a position, all in one snapshot: first a row about the feed and the
   * reader, at position 0, then the events.
   *
   * <p>{@code $1} the user, {@code $2} the position, {@code $3} events and {@code $4} bytes at the
   * most, {@code $5} the types (none means all), {@code $6} and {@code $7} the workspace and
   * conversation to filter by, {@code $8} the workspace that the actor is bound to, {@code $9}
   * whether he administers, {@code $10} or {@code $11} the place whose events are read, {@code $12}
   * whether to tell all that the user belongs to, {@code $13} or {@code $14} the login session or
   * API key that must still be good.
   *
   * <p>What the participants of a conversation see is about that conversation. Where one is asked
   * for, no other is looked through: a page must not cost what all of somebody's conversations do.
   *
   * <p>It repeats in SQL whose places are whose, which {@code Memberships} says elsewhere; a test
   * over all roles proves that both answer alike.
   */
  static final String VISIBLE =
      """
      with mine as (
        select 'user' as audience, $1::uuid as id, false as gone
        union all
        select 'members', workspace.id, workspace.status = 'deleted'
          from workspace_member member
          join workspace on workspace.id = member.workspace_id
         where member.user_id = $1
        union all
        select 'participants', conversation.id,
               conversation.status = 'deleted' or workspace.status = 'deleted'
          from participant
          join conversation on conversation.id = participant.conversation_id
          join workspace on workspace.id = conversation.workspace_id
         where participant.user_id = $1
      ), place as (
        select workspace.id, 'members' as audience, workspace.id as workspace_id
          from workspace
         where workspace.id = $10::uuid and workspace.status <> 'deleted'
        union all
        select conversation.id, 'participants', workspace.id
          from conversation
          join workspace on workspace.id = conversation.workspace_id
         where conversation.id = $11::uuid
           and conversation.status <> 'deleted' and workspace.status <> 'deleted'
      ), standing as (
        select case
                 when $13::uuid is not null and not exists (
                   select from login_session where id = $13 and ended_at is null) then 'ended'
                 when $14::uuid is not null and not exists (
                   select from api_key where id = $14) then 'ended'
                 when $10::uuid is null and $11::uuid is null then 'belongs'
                 when not exists (select from place) then 'unknown'
                 when exists (
                   select from place
                     join mine on mine.id = place.id and mine.audience = place.audience
                    where $8::uuid is null or place.workspace_id = $8) then 'belongs'
                 else 'stranger'
               end as standing
      ), seen as (
        select event.*
          from feed_head head
         cross join standing
         cross join mine
         cross join lateral (
           select %1$s
             from feed
            where feed.audience_id = mine.id and feed.audience = mine.audience
              and feed.position > $2 and feed.position <= head.last_position
              and (not mine.gone or feed.type in ('workspace.deleted', 'conversation.deleted'))
              %2$s
            order by feed.position
            limit $3) event
         where standing = 'belongs'
           and (mine.audience <> 'participants'
                or (($7::uuid is null or mine.id = $7) and ($11::uuid is null or mine.id = $11)))
        union all
        (select %1$s
           from feed
          where $9::boolean and feed.audience = 'administrators' and feed.position > $2
            %2$s
          order by feed.position
          limit $3)
        order by position
        limit $3
      ), weighed as (
        select seen.*, octet_length(data::text) as bytes,
               sum(octet_length(data::text)) over (order by position) as total
          from seen
      )
      select 0::bigint as position, head.last_position, head.floor, standing.standing,
             case when $12::boolean then array(select id from mine where audience <> 'user') end
               as places,
             case when $12::boolean then array(select id from mine where gone) end as gone,
             (select workspace_id from place) as home,
             %3$s, null as bytes, null as total
        from feed_head head
       cross join standing
      union all
      select position, null, null, null, null, null, null, %4$s, bytes, total
        from weighed
       where total - bytes < $4
       order by position
      """
          .formatted(
              FeedRow.READ,
              """
              and (cardinality($5::text[]) = 0 or feed.type = any($5))
              and (feed.type <> 'conversation.typing'
                   or feed.occurred_at >= clock_timestamp() - interval '10 seconds')
              and ($6::uuid is null or feed.workspace_id = $6)
              and ($7::uuid is null or feed.conversation_id = $7)
              and ($8::uuid is null or feed.workspace_id = $8)
              and ($10::uuid is null or feed.workspace_id = $10)
              and ($11::uuid is null or feed.conversation_id = $11)
              """,
              FeedRow.NOTHING,
              FeedRow.READ.replaceFirst("position, ", ""));

  private FeedSql() {}
}
