package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What pages and streams of the feed have in common among their query parameters. */
final class EventQuery {

  private EventQuery() {}

  /**
   * Reads the filters.
   *
   * @param types separated by commas
   */
  static EventFilter filter(
      @Nullable String types, @Nullable String workspace, @Nullable String conversation) {
    return new EventFilter(
        Query.text("types", types, EventQuery::types).orElse(Set.of()),
        Query.id("workspace_id", workspace, WorkspaceId::new),
        Query.id("conversation_id", conversation, ConversationId::new));
  }

  static Optional<Long> after(String name, @Nullable String position) {
    return Query.whole(name, position, 0, Long.MAX_VALUE - 1);
  }

  static int limit(@Nullable String limit) {
    return Query.whole("limit", limit, 1, PageRequest.MAX_LIMIT)
        .map(Math::toIntExact)
        .orElse(PageRequest.DEFAULT_LIMIT);
  }

  private static Set<String> types(String text) {
    return new EventFilter(Set.of(text.split(",", -1)), Optional.empty(), Optional.empty()).types();
  }
}
