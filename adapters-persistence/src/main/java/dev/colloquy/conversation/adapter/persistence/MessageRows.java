package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** From rows of the table {@code message} to messages. */
final class MessageRows {

  /** The columns that {@link #message} reads, of the table under the name {@code m}. */
  static final String COLUMNS =
      """
      m.conversation_id, m.seq, m.id, m.sender, m.sender_id, m.role, m.content, m."timestamp", \
      m.parent_id, m.edited_at, m.deleted_at, m.superseded_by, m.run_id, m.token_count, \
      m.metadata, m.version""";

  private MessageRows() {}

  static Message message(Row row) {
    return new Message(
        new MessageId(row.getUUID("id")),
        new ConversationId(row.getUUID("conversation_id")),
        row.getLong("seq"),
        new Sender(
            Columns.constant(Sender.Kind.class, row.getString("sender")), row.getUUID("sender_id")),
        Columns.constant(MessageRole.class, row.getString("role")),
        Optional.ofNullable(row.getString("content")).map(Content::new),
        Columns.instant(row, "timestamp"),
        Optional.ofNullable(row.getUUID("parent_id")).map(MessageId::new),
        Columns.optionalInstant(row, "edited_at"),
        Columns.optionalInstant(row, "deleted_at"),
        Optional.ofNullable(row.getUUID("superseded_by")).map(MessageId::new),
        Optional.ofNullable(row.getUUID("run_id")),
        Optional.ofNullable(row.getInteger("token_count")),
        new Metadata(Columns.object(row, "metadata")),
        row.getLong("version"));
  }
}
