package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.MessageEvent;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.EventRow;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.Times;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/**
 * Everything that posting a message takes, in one statement: the poster's access, the record of his
 * request, the message's place, the message and its event. It returns the place, or no row.
 *
 * <ul>
 *   <li>The seat and the head are locked, not just read: a statement that waited for either goes on
 *       from what was committed meanwhile, so that nothing is said after a removal or an archiving.
 *   <li>The head is locked before the request's key is claimed, as any unit of work does that
 *       records a message and keeps its key at the end; the other way round the two would deadlock.
 *   <li>Without a claim of the key nothing follows. With one everything does, for the head was
 *       writable under its lock, so that no claim stays behind without its message.
 *   <li>The event draws its number under the head's lock: the feed keeps the order of the places.
 * </ul>
 */
final class AppendStatement {

  static final String TEXT =
      """
      with seat as (
        select p.conversation_id, p.workspace_id
        from participant p join conversation_head h on h.conversation_id = p.conversation_id
        where p.conversation_id = $1 and p.user_id = $2 and h.writable
          and ($3::uuid is null or p.workspace_id = $3)
          and ($10::uuid is null or exists (
            select 1 from message where id = $10 and conversation_id = $1))
        for key share of p for no key update of h
      ), claim as (
        insert into attempt as earlier (user_id, key, fingerprint, reference, expires_at)
        select $2, $14, $15, $4, $16 from seat where $14::text is not null
        on conflict (user_id, key) do update
        set fingerprint = excluded.fingerprint, status = null, headers = null, body = null,
            reference = excluded.reference, expires_at = excluded.expires_at
        where earlier.expires_at <= $9
        returning 1
      ), head as (
        update conversation_head h
        set last_seq = h.last_seq + 1, message_count = h.message_count + 1,
            last_active_at = greatest(h.last_active_at, $9)
        from seat
        where h.conversation_id = seat.conversation_id
          and ($14::text is null or exists (select 1 from claim))
        returning h.last_seq as seq, seat.workspace_id
      ), said as (
        insert into message (conversation_id, seq, id, sender, sender_id, role, content,
          "timestamp", parent_id, run_id, token_count, metadata, version)
        select $1, seq, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1 from head
      ), event as (
        insert into outbox (%s)
        select $17, '%s', 1, $9, $18, $19, head.workspace_id, $1, 'message', $4, $20,
          'participants', $1, $21, $22, $23,
          jsonb_build_object(
            'id', $4, 'conversation_id', $1, 'seq', head.seq, 'sender_id', $6, 'sender', $5,
            'role', $7, 'content', $8, 'timestamp', $24::text, 'parent_id', $10,
            'edited_at', null, 'deleted_at', null, 'superseded_by', null, 'run_id', $11,
            'token_count', $12, 'metadata', $13, 'version', 1)
        from head
      )
      select seq from head"""
          .formatted(EventRow.COLUMNS, MessageEvent.Created.TYPE);

  private AppendStatement() {}

  static Tuple parameters(Posting posting, UUID event) {
    Actor.OfUser actor = posting.actor();
    Origin origin = actor.origin();
    return Tuple.tuple()
        .addUUID(posting.conversation().value())
        .addUUID(actor.user().value())
        .addUUID(actor.boundTo().map(WorkspaceId::value).orElse(null))
        .addUUID(posting.id().value())
        .addString(Columns.text(posting.sender().kind()))
        .addUUID(posting.sender().id())
        .addString(Columns.text(posting.role()))
        .addString(posting.content().value())
        .addOffsetDateTime(Columns.timestamp(posting.now()))
        .addUUID(posting.parent().map(MessageId::value).orElse(null))
        .addUUID(posting.run().orElse(null))
        .addInteger(posting.tokenCount().orElse(null))
        .addJsonObject(Columns.json(posting.metadata().values()))
        .addString(posting.key().map(RequestKey::key).orElse(null))
        .addString(posting.key().map(RequestKey::fingerprint).orElse(null))
        .addOffsetDateTime(Columns.timestamp(RequestKey.forgottenAt(posting.now())))
        .addUUID(event)
        .addString(actor.kind())
        .addUUID(actor.id().orElse(null))
        .addUUID(origin.command())
        .addString(origin.address())
        .addString(origin.requestHash())
        .addLong(Duration.between(origin.startedAt(), posting.now()).toNanos() / 1_000)
        .addString(Times.format(posting.now()));
  }
}
