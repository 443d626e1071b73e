package dev.colloquy.event.adapter.persistence;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who sees an event by today's memberships, said in memory as {@link FeedSql} says it in SQL. Of a
 * place that is gone, those who belong to it see nothing but that it went.
 */
final class Sight {

  private static final Set<String> FAREWELLS = Set.of("workspace.deleted", "conversation.deleted");

  private final Set<UUID> closed = ConcurrentHashMap.newKeySet();

  void close(UUID place) {
    closed.add(place);
  }

  void reopen(UUID place) {
    closed.remove(place);
  }

  /** Whether the user is among the audience and the place is still there. */
  boolean shows(RecordedEvent event, LocalUser user) {
    return switch (event.audience()) {
      case Audience.OneUser(var one) -> one.value().equals(user.id);
      case Audience.Members(var workspace) ->
          user.belongsTo(workspace.value()) && (isOpen(workspace.value()) || isFarewell(event));
      case Audience.Participants(var conversation) ->
          user.belongsTo(conversation.value()) && (isOpen(event) || isFarewell(event));
      // the stream's actor is asked for that right
      case Audience.Administrators administrators -> true;
      case Audience.Nobody nobody -> false;
    };
  }

  private boolean isOpen(RecordedEvent event) {
    return event.workspaceId().map(WorkspaceId::value).map(this::isOpen).orElse(true)
        && event.conversationId().map(ConversationId::value).map(this::isOpen).orElse(true);
  }

  private boolean isOpen(UUID place) {
    return !closed.contains(place);
  }

  private static boolean isFarewell(RecordedEvent event) {
    return FAREWELLS.contains(event.type());
  }
}
