package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.Reader;
import dev.colloquy.shared.domain.Scope;
import java.util.function.Function;

/**
 * What somebody sees of the feed, and whether he may, all in one snapshot: first a row about the
 * feed and the reader, at position 0, then the events.
 *
 * <p>Whoever reads all that is his, a workspace or a conversation has a statement of his own, so
 * that reading one place costs nothing for the many others that somebody belongs to.
 *
 * <p>It repeats in SQL whose places are whose, which {@code Memberships} says elsewhere; a test
 * over all roles proves that both answer alike.
 *
 * @param standing to begin with what happens from now on: the first row alone. {@code $1} the user,
 *     {@code $2} or {@code $3} the login session or API key that must still be good, {@code $4} the
 *     workspace that the actor is bound to, {@code $5} the place whose events are read
 * @param events the same, and after {@code $6} the position {@code $7} events and {@code $8} bytes
 *     at the most, of {@code $9} the types (none means all), filtered by {@code $10} a workspace
 *     and {@code $11} a conversation; {@code $12} whether the actor administers, {@code $13}
 *     whether to tell the places that the user belongs to
 */
record VisibleSql(String standing, String events) {

  private static final String ALL_OF_HIS =
      """
      place as (
        -- none, whatever is asked for
        select $5::uuid as id, 'nobody' as audience, $4::uuid as workspace_id where false
      ), mine as (
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
      )""";

  private static final String OF_WORKSPACE =
      """
      place as (
        select workspace.id, 'members' as audience, workspace.id as workspace_id
          from workspace
         where workspace.id = $5::uuid and workspace.status <> 'deleted'
      ), mine as (
        select 'user' as audience, $1::uuid as id, false as gone
        union all
        select 'members', member.workspace_id, false
          from workspace_member member
         where member.user_id = $1 and member.workspace_id = $5
        union all
        select 'participants', conversation.id, conversation.status = 'deleted'
          from participant
          join conversation on conversation.id = participant.conversation_id
         where participant.user_id = $1 and participant.workspace_id = $5
      )""";

  private static final String OF_CONVERSATION =
      """
      place as (
        select conversation.id, 'participants' as audience, workspace.id as workspace_id
          from conversation
          join workspace on workspace.id = conversation.workspace_id
         where conversation.id = $5::uuid
           and conversation.status <> 'deleted' and workspace.status <> 'deleted'
      ), mine as (
        select 'user' as audience, $1::uuid as id, false as gone
        union all
        select 'members', member.workspace_id, false
          from place
          join workspace_member member
            on member.workspace_id = place.workspace_id and member.user_id = $1
        union all
        select 'participants', participant.conversation_id, false
          from participant
         where participant.conversation_id = $5 and participant.user_id = $1
      )""";

  private static final String STANDING =
      """
      , standing as (
        select case
                 when $2::uuid is not null and not exists (
                   select from login_session where id = $2 and ended_at is null) then 'ended'
                 when $3::uuid is not null and not exists (
                   select from api_key where id = $3) then 'ended'
                 when $5::uuid is null then 'belongs'
                 when not exists (select from place) then 'unknown'
                 when exists (
                   select from place
                     join mine on mine.id = place.id and mine.audience = place.audience
                    where $4::uuid is null or place.workspace_id = $4) then 'belongs'
                 else 'stranger'
               end as standing
      )
      """;

  private static final String OF_THE_FEED =
      """
      select 0::bigint as position, head.last_position, head.floor, standing.standing,
             array(select id from mine where audience <> 'user') as places,
             array(select id from mine where gone) as gone,
             (select workspace_id from place) as home
        from feed_head head
       cross join standing
      """;

  private static final String WANTED =
      """
      and (cardinality($9::text[]) = 0 or feed.type = any($9))
      and (feed.type <> 'conversation.typing'
           or feed.occurred_at >= clock_timestamp() - interval '10 seconds')
      and ($10::uuid is null or feed.workspace_id = $10)
      and ($11::uuid is null or feed.conversation_id = $11)
      and ($4::uuid is null or feed.workspace_id = $4)
      """;

  private static final VisibleSql FOR_ALL = of(ALL_OF_HIS, "");
  private static final VisibleSql FOR_WORKSPACE = of(OF_WORKSPACE, "and feed.workspace_id = $5");
  private static final VisibleSql FOR_CONVERSATION =
      of(OF_CONVERSATION, "and feed.conversation_id = $5");

  /** The statements for what this reader asks for. */
  static VisibleSql of(Reader reader) {
    Function<Scope, VisibleSql> narrow =
        place ->
            switch (place) {
              case Scope.OfWorkspace workspace -> FOR_WORKSPACE;
              case Scope.OfConversation conversation -> FOR_CONVERSATION;
            };
    return reader.place().map(narrow).orElse(FOR_ALL);
  }

  private static VisibleSql of(String mine, String there) {
    String who = "with " + mine + STANDING;
    return new VisibleSql(who + OF_THE_FEED, who + events(there));
  }

  /** Of what the participants of a conversation see, that conversation alone is looked through. */
  private static String events(String there) {
    return """
      , seen as (
        select event.*
          from feed_head head
         cross join standing
         cross join mine
         cross join lateral (
           select %1$s
             from feed
            where feed.audience_id = mine.id and feed.audience = mine.audience
              and feed.position > $6 and feed.position <= head.last_position
              and (not mine.gone or feed.type in ('workspace.deleted', 'conversation.deleted'))
              %2$s
            order by feed.position
            limit $7) event
         where standing = 'belongs'
           and (mine.audience <> 'participants' or $11::uuid is null or mine.id = $11)
        union all
        (select %1$s
           from feed
          where $12::boolean and feed.audience = 'administrators' and feed.position > $6
            %2$s
          order by feed.position
          limit $7)
        order by position
        limit $7
      ), weighed as (
        select seen.*, octet_length(data::text) as bytes,
               sum(octet_length(data::text)) over (order by position) as total
          from seen
      )
      select 0::bigint as position, head.last_position, head.floor, standing.standing,
             case when $13::boolean then array(select id from mine where audience <> 'user') end
               as places,
             case when $13::boolean then array(select id from mine where gone) end as gone,
             (select workspace_id from place) as home,
             %3$s, null as bytes, null as total
        from feed_head head
       cross join standing
      union all
      select position, null, null, null, null, null, null, %4$s, bytes, total
        from weighed
       where total - bytes < $8
       order by position
      """
        .formatted(
            FeedRow.READ,
            WANTED + there,
            FeedRow.NOTHING,
            FeedRow.READ.replaceFirst("position, ", ""));
  }
}
