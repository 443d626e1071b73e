package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes about who sees the following ones. The feed itself so keeps every node's
 * picture of today's memberships up to date, at exactly the right position.
 */
public sealed interface MembershipChange {

  /** The workspace or conversation whose audience changes. */
  UUID place();

  /** A user belongs to the place's audience from this event on, this one included. */
  record Joined(UUID place, UUID user) implements MembershipChange {}

  /** A user does not belong to the place's audience after this event. */
  record Left(UUID place, UUID user) implements MembershipChange {}

  /** The place is gone for everybody after this event. */
  record Closed(UUID place) implements MembershipChange {}

  /** The place is there again, this event included. */
  record Reopened(UUID place) implements MembershipChange {}

  /** Whether the change holds for the event itself already, or only for those after it. */
  default boolean grants() {
    return switch (this) {
      case Joined joined -> true;
      case Reopened reopened -> true;
      case Left left -> false;
      case Closed closed -> false;
    };
  }

  /** What this event changes; most change nothing. */
  static List<MembershipChange> of(RecordedEvent event) {
    UUID place = event.subject().id();
    return switch (event.type()) {
      case "workspace.created" -> joined(place, ids(event.data(), "owner_id"));
      case "workspace.member.added" -> joined(workspace(event), ids(event.data(), "user_id"));
      case "workspace.member.removed" -> left(workspace(event), ids(event.data(), "user_id"));
      case "conversation.created" -> joined(place, ids(event.data(), "participant_ids"));
      case "conversation.participant.added" -> joined(place, ids(event.data(), "user_id"));
      case "conversation.participant.removed" -> left(place, ids(event.data(), "user_id"));
      case "workspace.deleted", "conversation.deleted" -> List.of(new Closed(place));
      case "workspace.restored", "conversation.restored" -> List.of(new Reopened(place));
      default -> List.of();
    };
  }

  private static UUID workspace(RecordedEvent event) {
    return event
        .workspaceId()
        .orElseThrow(() -> new IllegalArgumentException(event.type() + " without a workspace"))
        .value();
  }

  private static List<MembershipChange> joined(UUID place, Stream<UUID> users) {
    return users.<MembershipChange>map(user -> new Joined(place, user)).toList();
  }

  private static List<MembershipChange> left(UUID place, Stream<UUID> users) {
    return users.<MembershipChange>map(user -> new Left(place, user)).toList();
  }

  private static Stream<UUID> ids(Map<String, @Nullable Object> data, String name) {
    List<@Nullable Object> found = new ArrayList<>();
    switch (data.get(name)) {
      case List<?> many -> found.addAll(many);
      case null -> {}
      case Object one -> found.add(one);
    }
    return found.stream().map(String::valueOf).map(UUID::fromString);
  }
}
