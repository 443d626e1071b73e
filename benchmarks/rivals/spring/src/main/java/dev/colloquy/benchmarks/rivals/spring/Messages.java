package dev.colloquy.benchmarks.rivals.spring;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does with a message what Colloquy does: access, number, message, event, and each key once. */
@Service
class Messages {

  private final DatabaseClient database;

  Messages(DatabaseClient database) {
    this.database = database;
  }

  Flux<Message> latest(UUID conversation, UUID user, int limit) {
    return database
        .sql(
            """
            select m.id, m.conversation_id, m.seq, m.sender_id, m.content, m.sent_at
              from message m
              join participant p on p.conversation_id = m.conversation_id and p.user_id = :user
             where m.conversation_id = :conversation
             order by m.seq desc
             limit :limit
            """)
        .bind("user", user)
        .bind("conversation", conversation)
        .bind("limit", limit)
        .map(Messages::read)
        .all();
  }

  @Transactional
  Mono<Message> append(UUID conversation, UUID user, String content, String key) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    return remember(user, key, now)
        .then(number(conversation, user, now))
        .map(seq -> new Message(UUID.randomUUID(), conversation, seq, user, content, now))
        .flatMap(message -> insert(message).then(tell(message)).thenReturn(message));
  }

  private Mono<Long> remember(UUID user, String key, OffsetDateTime now) {
    return database
        .sql("insert into idempotency (user_id, key, created_at) values (:user, :key, :now)")
        .bind("user", user)
        .bind("key", key)
        .bind("now", now)
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> number(UUID conversation, UUID user, OffsetDateTime now) {
    return database
        .sql(
            """
            update conversation set last_seq = last_seq + 1, updated_at = :now
             where id = :conversation and exists (
               select from participant p where p.conversation_id = id and p.user_id = :user)
            returning last_seq
            """)
        .bind("now", now)
        .bind("conversation", conversation)
        .bind("user", user)
        .map(row -> row.get(0, Long.class))
        .one()
        .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private Mono<Long> insert(Message it) {
    return database
        .sql(
            """
            insert into message (conversation_id, seq, id, sender_id, content, sent_at)
            values (:conversation, :seq, :id, :sender, :content, :now)
            """)
        .bind("conversation", it.conversationId())
        .bind("seq", it.seq())
        .bind("id", it.id())
        .bind("sender", it.senderId())
        .bind("content", it.content())
        .bind("now", it.sentAt())
        .fetch()
        .rowsUpdated();
  }

  private Mono<Long> tell(Message it) {
    return database
        .sql(
            """
            insert into event (type, conversation_id, data, occurred_at)
            values ('message.created', :conversation, jsonb_build_object('seq', :seq::bigint, 'content', :content::text), :now)
            """)
        .bind("conversation", it.conversationId())
        .bind("seq", it.seq())
        .bind("content", it.content())
        .bind("now", it.sentAt())
        .fetch()
        .rowsUpdated();
  }

  private static Message read(Readable row) {
    return new Message(
        row.get("id", UUID.class),
        row.get("conversation_id", UUID.class),
        row.get("seq", Long.class),
        row.get("sender_id", UUID.class),
        row.get("content", String.class),
        row.get("sent_at", OffsetDateTime.class));
  }
}
