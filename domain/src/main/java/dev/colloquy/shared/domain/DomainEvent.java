package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. It is written in the transaction that made it happen, and from that one
 * record come the live streams, the audit trail and whatever else follows the feed.
 */
public interface DomainEvent {

  /** {@code {domain}.{entity?}.{action}}, such as "workspace.member.added". */
  String type();

  /** Raised when the data changes its shape. */
  default int version() {
    return 1;
  }

  /** Who made it happen. */
  Actor actor();

  Instant occurredAt();

  Subject subject();

  Audience audience();

  default Optional<WorkspaceId> workspaceId() {
    return Optional.empty();
  }

  default Optional<ConversationId> conversationId() {
    return Optional.empty();
  }

  /**
   * The resource's public JSON after the change, as plain JDK types: strings, numbers, booleans,
   * nulls, maps and lists of them. See {@link Snapshot}.
   */
  Map<String, @Nullable Object> data();
}
