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

/**
 * From rows of the table {@code message} to messages. Columns are read by their place: a page has
 * hundreds of them, and the client looks for each name from the first one on.
 */
final class MessageRows {

  /**
   * The columns that {@link #message} reads, in its order, of the table under the name {@code m}; a
   * statement names them first.
   */
  static final String COLUMNS =
      """
      m.id, m.conversation_id, m.seq, m.sender, m.sender_id, m.role, m.content, m."timestamp", \
      m.parent_id, m.edited_at, m.deleted_at, m.superseded_by, m.run_id, m.token_count, \
      m.metadata, m.version""";

  private MessageRows() {}

  /** Whether there is a message at all, where its table was joined from the outside. */
  static boolean isThere(Row row) {
    return row.getUUID(0) != null;
  }

  /** The message in a row that begins with these columns. */
  static Message message(Row row) {
    return new Message(
        new MessageId(row.getUUID(0)),
        new ConversationId(row.getUUID(1)),
        row.getLong(2),
        new Sender(Columns.constant(Sender.Kind.class, row.getString(3)), row.getUUID(4)),
        Columns.constant(MessageRole.class, row.getString(5)),
        Optional.ofNullable(row.getString(6)).map(Content::new),
        Columns.instant(row, 7),
        Optional.ofNullable(row.getUUID(8)).map(MessageId::new),
        Columns.optionalInstant(row, 9),
        Columns.optionalInstant(row, 10),
        Optional.ofNullable(row.getUUID(11)).map(MessageId::new),
        Optional.ofNullable(row.getUUID(12)),
        Optional.ofNullable(row.getInteger(13)),
        new Metadata(Columns.object(row, 14)),
        row.getLong(15));
  }
}
