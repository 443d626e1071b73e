package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.MembershipChange;
import dev.colloquy.event.domain.MembershipChange.Joined;
import dev.colloquy.event.domain.MembershipChange.Left;
import dev.colloquy.shared.domain.Scope;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user who has streams on this node, and the places whose audiences he belongs to: all of them,
 * or, for streams that read one place, those that matter there.
 */
final class LocalUser {

  final UUID id;

  /** What its streams read; empty means all that is the user's. */
  final Optional<Scope> within;

  /** Without a right to these his streams end; empty where they read all that is the user's. */
  private final Set<UUID> standsOn;

  /** Everything up to this position is in the places already. */
  private final long asOf;

  private final Set<FeedStream> streams = new HashSet<>(2);

  /** Workspaces and conversations; read by all threads, replaced by the tailer's alone. */
  private volatile Set<UUID> places;

  LocalUser(UUID id, Optional<Scope> within, Set<UUID> standsOn, Set<UUID> places, long asOf) {
    this.id = id;
    this.within = within;
    this.standsOn = standsOn;
    this.places = Set.copyOf(places);
    this.asOf = asOf;
  }

  boolean belongsTo(UUID place) {
    return places.contains(place);
  }

  boolean standsOn(UUID place) {
    return standsOn.contains(place);
  }

  Set<UUID> places() {
    return places;
  }

  Set<FeedStream> streams() {
    return streams;
  }

  /** Applies a change if it concerns this user and was not known before; false where it did not. */
  boolean apply(MembershipChange change, long position) {
    return position > asOf
        && switch (change) {
          case Joined(var place, var who) -> who.equals(id) && add(place);
          case Left(var place, var who) -> who.equals(id) && remove(place);
          case MembershipChange.Closed closed -> false;
          case MembershipChange.Reopened reopened -> false;
        };
  }

  private boolean add(UUID place) {
    Set<UUID> more = new HashSet<>(places);
    boolean added = more.add(place);
    places = Set.copyOf(more);
    return added;
  }

  private boolean remove(UUID place) {
    Set<UUID> fewer = new HashSet<>(places);
    boolean removed = fewer.remove(place);
    places = Set.copyOf(fewer);
    return removed;
  }
}
