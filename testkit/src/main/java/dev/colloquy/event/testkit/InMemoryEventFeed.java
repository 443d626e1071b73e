package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.EventException.ActorEnded;
import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.MembershipChange;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.Retraction;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A feed in memory. It learns memberships from its own events; every method holds its lock. */
public final class InMemoryEventFeed implements EventFeed {

  private static final Set<String> FAREWELLS = Set.of("workspace.deleted", "conversation.deleted");

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<UUID, Set<UUID>> members = new HashMap<>();
  private final Map<UUID, UUID> homes = new HashMap<>();
  private final Set<UUID> gone = new HashSet<>();
  private final List<InMemoryStream> streams = new ArrayList<>();

  /** Appends what happened. */
  public void append(DomainEvent event) {
    List<InMemoryStream> told;
    synchronized (this) {
      RecordedEvent recorded = recorded(event, events.size() + 1);
      Retraction.of(recorded)
          .ifPresent(it -> events.replaceAll(each -> it.concerns(each) ? it.blanked(each) : each));
      events.add(recorded);
      recorded
          .conversationId()
          .ifPresent(
              it -> recorded.workspaceId().ifPresent(in -> homes.put(it.value(), in.value())));
      MembershipChange.of(recorded).forEach(this::apply);
      told = List.copyOf(streams);
    }
    told.forEach(InMemoryStream::pump);
  }

  @Override
  public synchronized CompletionStage<EventPage> page(Reader reader, long after, int limit) {
    Optional<DomainException> refusal = refusal(reader);
    if (refusal.isPresent()) {
      return CompletableFuture.failedFuture(refusal.get());
    }
    List<RecordedEvent> found =
        events.stream()
            .filter(event -> event.position() > after && isFor(reader, event))
            .limit(limit)
            .toList();
    long next = found.size() == limit ? found.getLast().position() : events.size();
    return CompletableFuture.completedFuture(new EventPage(found, next, events.size()));
  }

  @Override
  public Flow.Publisher<StreamItem> follow(Reader reader, OptionalLong after, Executor executor) {
    return subscriber -> {
      InMemoryStream stream = new InMemoryStream(this, reader, executor, subscriber);
      stream.open(after);
    };
  }

  synchronized long admit(InMemoryStream stream) {
    streams.add(stream);
    return events.size();
  }

  synchronized void forget(InMemoryStream stream) {
    streams.remove(stream);
  }

  /** Why the reader may not read, now. */
  synchronized Optional<DomainException> refusal(Reader reader) {
    if (events.stream().anyMatch(reader::endsWith)) {
      return Optional.of(new ActorEnded());
    }
    return reader.place().flatMap(place -> refusal(reader.actor(), place));
  }

  /** The next event for the reader after a position. */
  synchronized Optional<RecordedEvent> next(Reader reader, long after) {
    return events.stream().skip(after).filter(event -> isFor(reader, event)).findFirst();
  }

  private Optional<DomainException> refusal(Actor.OfUser actor, Scope place) {
    UUID id =
        switch (place) {
          case Scope.OfWorkspace(var workspace) -> workspace.value();
          case Scope.OfConversation(var conversation) -> conversation.value();
        };
    UUID home = homes.getOrDefault(id, id);
    if (!members.containsKey(id) || gone.contains(id) || gone.contains(home)) {
      return Optional.of(new NotFound("place"));
    }
    boolean belongs =
        members.get(id).contains(actor.user().value()) && actor.reaches(new WorkspaceId(home));
    return belongs ? Optional.empty() : Optional.of(new AccessDenied("no part in this place"));
  }

  private boolean isFor(Reader reader, RecordedEvent event) {
    return reader.wants(event) && reader.mayReach(event) && isSeenBy(reader.actor(), event);
  }

  private boolean isSeenBy(Actor.OfUser actor, RecordedEvent event) {
    UUID user = actor.user().value();
    return switch (event.audience()) {
      case Audience.OneUser(var one) -> one.value().equals(user);
      case Audience.Members(var workspace) -> belongs(user, workspace.value(), event);
      case Audience.Participants(var conversation) -> belongs(user, conversation.value(), event);
      case Audience.Administrators administrators -> actor.administers();
      case Audience.Nobody nobody -> false;
    };
  }

  private boolean belongs(UUID user, UUID place, RecordedEvent event) {
    boolean isGone = gone.contains(place) || gone.contains(homes.getOrDefault(place, place));
    return members.getOrDefault(place, Set.of()).contains(user)
        && (!isGone || FAREWELLS.contains(event.type()));
  }

  private void apply(MembershipChange change) {
    switch (change) {
      case MembershipChange.Joined(var place, var user) ->
          members.computeIfAbsent(place, first -> new HashSet<>()).add(user);
      case MembershipChange.Left(var place, var user) ->
          members.getOrDefault(place, new HashSet<>()).remove(user);
      case MembershipChange.Closed(var place) -> gone.add(place);
      case MembershipChange.Reopened(var place) -> gone.remove(place);
    }
  }

  private static RecordedEvent recorded(DomainEvent event, long position) {
    return new RecordedEvent(
        position,
        UUID.randomUUID(),
        event.type(),
        event.version(),
        event.occurredAt(),
        event.actor().kind(),
        event.actor().id(),
        event.workspaceId(),
        event.conversationId(),
        event.subject(),
        event.actor().origin().command(),
        event.audience(),
        event.data());
  }
}
