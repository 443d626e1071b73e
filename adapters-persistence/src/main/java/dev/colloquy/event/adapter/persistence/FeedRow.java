package dev.colloquy.event.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.EventRow;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as a row of the table {@code feed}. */
final class FeedRow {

  /** What outbox and feed have in common. */
  static final String STORED = EventRow.COLUMNS;

  /** What readers need; the command's address, hash and duration are the audit's alone. */
  static final String READ =
      """
      position, event_id, type, version, occurred_at, actor_kind, actor_id, workspace_id, \
      conversation_id, subject_type, subject_id, correlation_id, audience, audience_id, data""";

  /** Typed nulls in the place of {@link #READ}, but for the position. */
  static final String NOTHING =
      """
      null::uuid as event_id, null::text as type, null::int as version, \
      null::timestamptz as occurred_at, null::text as actor_kind, null::uuid as actor_id, \
      null::uuid as workspace_id, null::uuid as conversation_id, null::text as subject_type, \
      null::uuid as subject_id, null::uuid as correlation_id, null::text as audience, \
      null::uuid as audience_id, null::jsonb as data""";

  private FeedRow() {}

  /** {@link #STORED} with each column's table in front. */
  static String storedOf(String table) {
    return Arrays.stream(STORED.split(",\\s*"))
        .map(column -> table + "." + column)
        .collect(Collectors.joining(", "));
  }

  static RecordedEvent read(Row row) {
    return event(row, Collections.unmodifiableMap(Columns.object(row, "data")));
  }

  /** A row whose data is text. */
  static RecordedEvent tailed(Row row) {
    return event(row, new StoredData(row.getString("data")));
  }

  private static RecordedEvent event(Row row, Map<String, @Nullable Object> data) {
    return new RecordedEvent(
        row.getLong("position"),
        row.getUUID("event_id"),
        constant(row, "type"),
        row.getInteger("version"),
        Columns.instant(row, "occurred_at"),
        constant(row, "actor_kind"),
        Optional.ofNullable(row.getUUID("actor_id")),
        Optional.ofNullable(row.getUUID("workspace_id")).map(WorkspaceId::new),
        Optional.ofNullable(row.getUUID("conversation_id")).map(ConversationId::new),
        new Subject(constant(row, "subject_type"), row.getUUID("subject_id")),
        row.getUUID("correlation_id"),
        audience(row.getString("audience"), row.getUUID("audience_id")),
        data);
  }

  /** One of few texts, which thousands of events have in common. */
  private static String constant(Row row, String column) {
    return row.getString(column).intern();
  }

  private static Audience audience(String kind, UUID id) {
    return switch (kind) {
      case "user" -> new Audience.OneUser(new UserId(id));
      case "participants" -> new Audience.Participants(new ConversationId(id));
      case "members" -> new Audience.Members(new WorkspaceId(id));
      case "administrators" -> new Audience.Administrators();
      case "nobody" -> new Audience.Nobody();
      default -> throw new IllegalStateException("an unknown audience: " + kind);
    };
  }
}
