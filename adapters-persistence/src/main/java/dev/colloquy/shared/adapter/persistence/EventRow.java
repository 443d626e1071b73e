package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An event as a row of the table {@code outbox}: its columns and, in the same order, its
 * parameters. Every statement that writes events takes both from here.
 */
public final class EventRow {

  /** The columns, for an insert's list. */
  public static final String COLUMNS =
      """
      event_id, type, version, occurred_at, actor_kind, actor_id, workspace_id, conversation_id, \
      subject_type, subject_id, correlation_id, audience, audience_id, address, request_hash, \
      duration_us, data""";

  /** How many columns, and so parameters, a row has. */
  public static final int WIDTH = 17;

  private EventRow() {}

  /** The markers of one row whose first parameter is {@code $first}, without parentheses. */
  public static String markers(int first) {
    return IntStream.range(first, first + WIDTH)
        .mapToObj(marker -> "$" + marker)
        .collect(Collectors.joining(", "));
  }

  /**
   * Adds the row's parameters.
   *
   * @param written the time of writing; what has passed since the command's start is its duration
   */
  public static void addTo(Tuple parameters, DomainEvent event, UUID id, Instant written) {
    Actor actor = event.actor();
    Origin origin = actor.origin();
    parameters
        .addUUID(id)
        .addString(event.type())
        .addInteger(event.version())
        .addOffsetDateTime(Columns.timestamp(event.occurredAt()))
        .addString(actor.kind())
        .addUUID(actor.id().orElse(null))
        .addUUID(event.workspaceId().map(WorkspaceId::value).orElse(null))
        .addUUID(event.conversationId().map(ConversationId::value).orElse(null))
        .addString(event.subject().type())
        .addUUID(event.subject().id())
        .addUUID(origin.command())
        .addString(audience(event.audience()))
        .addUUID(audienceId(event.audience()))
        .addString(origin.address())
        .addString(origin.requestHash())
        .addLong(Duration.between(origin.startedAt(), written).toNanos() / 1_000)
        .addJsonObject(Columns.json(event.data()));
  }

  private static String audience(Audience audience) {
    return switch (audience) {
      case Audience.OneUser user -> "user";
      case Audience.Participants participants -> "participants";
      case Audience.Members members -> "members";
      case Audience.Administrators administrators -> "administrators";
      case Audience.Nobody nobody -> "nobody";
    };
  }

  private static @Nullable UUID audienceId(Audience audience) {
    return switch (audience) {
      case Audience.OneUser(var user) -> user.value();
      case Audience.Participants(var conversation) -> conversation.value();
      case Audience.Members(var workspace) -> workspace.value();
      case Audience.Administrators administrators -> null;
      case Audience.Nobody nobody -> null;
    };
  }
}
