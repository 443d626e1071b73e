package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** What a row says about a conversation, its workspace and somebody's seat in it. */
record StandingRow(
    ConversationStatus status,
    ConversationStatus workspaceStatus,
    WorkspaceId workspace,
    boolean participates) {

  /** The columns, of conversation {@code c}, workspace {@code w} and participant {@code p}. */
  static final String COLUMNS =
      """
      c.status, w.status as workspace_status, c.workspace_id, \
      p.user_id is not null as participates""";

  /** The tables, for the conversation $1 and the user $2. */
  static final String TABLES =
      """
      conversation c join workspace w on w.id = c.workspace_id
      left join participant p on p.conversation_id = c.id and p.user_id = $2
      """;

  static StandingRow of(Row row) {
    return new StandingRow(
        Columns.constant(ConversationStatus.class, row.getString("status")),
        Columns.constant(ConversationStatus.class, row.getString("workspace_status")),
        new WorkspaceId(row.getUUID("workspace_id")),
        row.getBoolean("participates"));
  }

  boolean isGone() {
    return status == ConversationStatus.DELETED || workspaceStatus == ConversationStatus.DELETED;
  }

  /** What of the two is archived. */
  Optional<String> archived() {
    if (workspaceStatus == ConversationStatus.ARCHIVED) {
      return Optional.of("workspace");
    }
    return status == ConversationStatus.ARCHIVED ? Optional.of("conversation") : Optional.empty();
  }

  boolean admits(Actor.OfUser actor) {
    return participates && actor.reaches(workspace);
  }
}
