package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.MembershipChange;
import dev.colloquy.event.domain.MembershipChange.Joined;
import dev.colloquy.event.domain.MembershipChange.Left;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The users with streams on this node, found by the audiences they belong to, so that an event
 * costs by those who see it and not by those who are connected. On the tailer's context only.
 */
final class LocalReaders {

  private final Map<UUID, LocalUser> users = new HashMap<>();
  private final Map<UUID, Set<LocalUser>> byPlace = new HashMap<>();

  Optional<LocalUser> find(UUID user) {
    return Optional.ofNullable(users.get(user));
  }

  void add(LocalUser user) {
    users.put(user.id, user);
    user.places().forEach(place -> seat(user, place));
  }

  void remove(LocalUser user) {
    users.remove(user.id);
    user.places().forEach(place -> unseat(user, place));
  }

  Collection<LocalUser> all() {
    return users.values();
  }

  /** Who belongs to an event's audience; administrators are told apart by their streams. */
  Collection<LocalUser> audienceOf(RecordedEvent event) {
    return switch (event.audience()) {
      case Audience.OneUser(var user) -> find(user.value()).map(List::of).orElse(List.of());
      case Audience.Participants(var conversation) -> at(conversation.value());
      case Audience.Members(var workspace) -> at(workspace.value());
      case Audience.Administrators administrators -> users.values();
      case Audience.Nobody nobody -> List.of();
    };
  }

  /** Those who belong to the place. */
  Collection<LocalUser> at(UUID place) {
    return byPlace.getOrDefault(place, Set.of());
  }

  void apply(MembershipChange change, long position) {
    switch (change) {
      case Joined(var place, var user) ->
          find(user)
              .filter(local -> local.apply(change, position))
              .ifPresent(local -> seat(local, place));
      case Left(var place, var user) ->
          find(user)
              .filter(local -> local.apply(change, position))
              .ifPresent(local -> unseat(local, place));
      case MembershipChange.Closed closed -> {}
      case MembershipChange.Reopened reopened -> {}
    }
  }

  private void seat(LocalUser user, UUID place) {
    byPlace.computeIfAbsent(place, first -> new HashSet<>(2)).add(user);
  }

  private void unseat(LocalUser user, UUID place) {
    Set<LocalUser> there = byPlace.get(place);
    if (there != null && there.remove(user) && there.isEmpty()) {
      byPlace.remove(place);
    }
  }
}
