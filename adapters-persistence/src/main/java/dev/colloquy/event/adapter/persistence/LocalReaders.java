package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.MembershipChange;
import dev.colloquy.event.domain.MembershipChange.Joined;
import dev.colloquy.event.domain.MembershipChange.Left;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Scope;
import java.util.ArrayList;
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

  private final Map<UUID, List<LocalUser>> users = new HashMap<>();
  private final Map<UUID, Set<LocalUser>> byPlace = new HashMap<>();

  /** The user as those of his streams see him that read the same. */
  Optional<LocalUser> find(UUID user, Optional<Scope> within) {
    return find(user).stream().filter(local -> local.within.equals(within)).findFirst();
  }

  /** The user as each of his streams sees him. */
  List<LocalUser> find(UUID user) {
    return users.getOrDefault(user, List.of());
  }

  void add(LocalUser user) {
    users.computeIfAbsent(user.id, first -> new ArrayList<>(1)).add(user);
    user.places().forEach(place -> seat(user, place));
  }

  void remove(LocalUser user) {
    List<LocalUser> same = users.get(user.id);
    if (same != null && same.remove(user) && same.isEmpty()) {
      users.remove(user.id);
    }
    user.places().forEach(place -> unseat(user, place));
  }

  /** Who belongs to an event's audience; administrators are told apart by their streams. */
  Collection<LocalUser> audienceOf(RecordedEvent event) {
    return switch (event.audience()) {
      case Audience.OneUser(var user) -> find(user.value());
      case Audience.Participants(var conversation) -> at(conversation.value());
      case Audience.Members(var workspace) -> at(workspace.value());
      case Audience.Administrators administrators ->
          users.values().stream().flatMap(List::stream).toList();
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
          find(user).stream()
              .filter(local -> local.apply(change, position))
              .forEach(local -> seat(local, place));
      case Left(var place, var user) ->
          find(user).stream()
              .filter(local -> local.apply(change, position))
              .forEach(local -> unseat(local, place));
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
