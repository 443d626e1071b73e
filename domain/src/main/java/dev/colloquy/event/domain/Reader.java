package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;

/**
 * Somebody who reads the feed.
 *
 * @param actor on whose behalf
 * @param place the workspace or conversation whose events are read; empty reads all that are his
 * @param filter what he wants of them
 */
public record Reader(Actor.OfUser actor, Optional<Scope> place, EventFilter filter) {

  /** Whether the event is one he asked for, apart from whether he may see it. */
  public boolean wants(RecordedEvent event) {
    return filter.accepts(event) && place.map(it -> happenedIn(it, event)).orElse(true);
  }

  /**
   * Whether the event stays within what the actor was given, whatever its user may see: an API key
   * that is bound to a workspace sees nothing else, and administrators' events need that right.
   */
  public boolean mayReach(RecordedEvent event) {
    return reaches(event.workspaceId())
        && (!(event.audience() instanceof Audience.Administrators) || actor.administers());
  }

  private boolean reaches(Optional<WorkspaceId> workspace) {
    return actor.boundTo().isEmpty() || actor.boundTo().equals(workspace);
  }

  private static boolean happenedIn(Scope place, RecordedEvent event) {
    return switch (place) {
      case Scope.OfWorkspace(var workspace) ->
          event.workspaceId().filter(workspace::equals).isPresent();
      case Scope.OfConversation(var conversation) ->
          event.conversationId().filter(conversation::equals).isPresent();
    };
  }
}
