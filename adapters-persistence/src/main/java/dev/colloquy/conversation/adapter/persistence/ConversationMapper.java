package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.ForkOrigin;
import dev.colloquy.conversation.domain.Home;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Between a conversation and its rows. */
final class ConversationMapper {

  /** The columns that {@link #conversation} reads, of conversation c and workspace w. */
  static final String COLUMNS =
      """
      c.id, c.workspace_id, w.status as workspace_status, c.created_by, c.topic, c.modality, \
      c.metadata, c.status, c.forked_from_id, c.forked_from_seq, c.created_at, c.updated_at, \
      c.deleted_at, c.version, array(
        select p.user_id from participant p where p.conversation_id = c.id
        order by p.joined_at, p.place) as participants""";

  private ConversationMapper() {}

  static Conversation conversation(Row row) {
    return new Conversation(
        new ConversationId(row.getUUID("id")),
        new Home(
            new WorkspaceId(row.getUUID("workspace_id")),
            Columns.constant(ConversationStatus.class, row.getString("workspace_status"))),
        new UserId(row.getUUID("created_by")),
        new ConversationDraft(
            new Topic(row.getString("topic")),
            new Modality(row.getString("modality")),
            new Metadata(Columns.object(row, "metadata"))),
        participants(row),
        Columns.constant(ConversationStatus.class, row.getString("status")),
        Optional.ofNullable(row.getUUID("forked_from_id"))
            .map(id -> new ForkOrigin(new ConversationId(id), row.getLong("forked_from_seq"))),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.optionalInstant(row, "deleted_at"),
        row.getLong("version"));
  }

  static List<UserId> participants(Row row) {
    UUID[] ids = row.getArrayOfUUIDs("participants");
    return Arrays.stream(ids).map(UserId::new).toList();
  }

  static ConversationEntity entity(Conversation conversation) {
    ConversationEntity row = new ConversationEntity();
    row.id = conversation.id().value();
    row.workspace = conversation.home().workspace().value();
    row.createdBy = conversation.createdBy().value();
    row.forkedFrom = conversation.forkedFrom().map(it -> it.conversation().value()).orElse(null);
    row.forkedFromSeq = conversation.forkedFrom().map(ForkOrigin::seq).orElse(null);
    row.createdAt = conversation.createdAt();
    row.version = conversation.version();
    write(conversation, row);
    return row;
  }

  /** Writes what a decision may have changed; the engine counts the version itself. */
  static void write(Conversation conversation, ConversationEntity row) {
    ConversationDraft draft = conversation.draft();
    row.topic = draft.topic().value();
    row.modality = draft.modality().value();
    row.metadata = draft.metadata().values();
    row.status = Columns.text(conversation.status());
    row.updatedAt = conversation.updatedAt();
    row.deletedAt = conversation.deletedAt().orElse(null);
  }
}
