package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who reads the feed.
 *
 * @param actor on whose behalf
 * @param place the workspace or conversation whose events are read; empty reads all that are his
 * @param filter what he wants of them
 */
public record Reader(Actor.OfUser actor, Optional<Scope> place, EventFilter filter) {

  private static final Set<String> ENDINGS =
      Set.of("session.ended", "api_key.updated", "api_key.deleted", "user.deleted");

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

  /** Whether anybody's reading may end with such an event; a quick look before the close one. */
  public static boolean mayEndWith(RecordedEvent event) {
    return ENDINGS.contains(event.type());
  }

  /** Whether the event says that the actor may not act any more, or not as he may now. */
  public boolean endsWith(RecordedEvent event) {
    UUID subject = event.subject().id();
    return switch (event.type()) {
      case "session.ended" ->
          actor instanceof Actor.Person person && person.session().value().equals(subject);
      case "api_key.updated", "api_key.deleted" ->
          actor instanceof Actor.Key key && key.key().value().equals(subject);
      case "user.deleted" -> actor.user().value().equals(subject);
      default -> false;
    };
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
