package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the events that somebody may see he wants to see. It narrows and never widens.
 *
 * @param types the wanted types, at most 50; empty wants all
 * @param workspace only what happened in this workspace
 * @param conversation only what happened in this conversation
 */
public record EventFilter(
    Set<String> types, Optional<WorkspaceId> workspace, Optional<ConversationId> conversation) {

  /** How many types one filter may name. */
  public static final int MAX_TYPES = 50;

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z_]*(\\.[a-z][a-z_]*){1,3}");

  public EventFilter {
    types = Set.copyOf(types);
    if (types.size() > MAX_TYPES) {
      throw new InvalidValue("must name at most " + MAX_TYPES + " types");
    }
    if (!types.stream().allMatch(type -> type.length() <= 100 && TYPE.matcher(type).matches())) {
      throw new InvalidValue("must name types such as message.created");
    }
  }

  /** Wants everything. */
  public static EventFilter all() {
    return new EventFilter(Set.of(), Optional.empty(), Optional.empty());
  }

  public boolean accepts(RecordedEvent event) {
    return (types.isEmpty() || types.contains(event.type()))
        && (workspace.isEmpty() || workspace.equals(event.workspaceId()))
        && (conversation.isEmpty() || conversation.equals(event.conversationId()));
  }
}
