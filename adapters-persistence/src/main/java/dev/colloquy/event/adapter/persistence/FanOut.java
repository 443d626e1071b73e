package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.MembershipChange;
import dev.colloquy.event.domain.MembershipChange.Closed;
import dev.colloquy.event.domain.MembershipChange.Joined;
import dev.colloquy.event.domain.MembershipChange.Left;
import dev.colloquy.event.domain.MembershipChange.Reopened;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.Retraction;
import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.domain.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands each event of the feed to those streams of this node that may see it, and keeps the picture
 * of who may. On the tailer's context only, but for the ring and the sight, which all threads read.
 */
final class FanOut {

  /** Each stream is told once in so many ticks how far the feed is. */
  static final int SLOTS = 15;

  private final Ring ring;
  private final Sight sight = new Sight();
  private final LocalReaders readers = new LocalReaders();
  private final Map<Executor, Lane> lanes = new HashMap<>();
  private int tick;

  FanOut(Ring ring) {
    this.ring = ring;
  }

  Ring ring() {
    return ring;
  }

  Sight sight() {
    return sight;
  }

  /** The next event of the feed. */
  void publish(RecordedEvent event, int bytes) {
    List<MembershipChange> changes = MembershipChange.of(event);
    changes.stream().filter(MembershipChange::grants).forEach(it -> grant(it, event.position()));
    ring.add(event, bytes);
    Retraction.of(event).ifPresent(it -> ring.replace(it::concerns, it::blanked));
    deliver(event);
    changes.stream()
        .filter(change -> !change.grants())
        .forEach(it -> withdraw(it, event.position()));
    if (Reader.mayEndWith(event)) {
      readers.audienceOf(event).forEach(user -> endAfter(user, event));
    }
  }

  /** After some events: lets the executors have what was gathered for them. */
  void flush() {
    lanes.values().forEach(Lane::flush);
  }

  /** Whether all that happened since the database was looked into can be told from the ring. */
  boolean reachesBackTo(FeedQueries.Seen seen) {
    return ring.reachesBackTo(seen.head());
  }

  /**
   * Lets a stream take part: everything after the ring's head is offered to it from now on.
   *
   * @return the stream's user; empty where the reader has lost the place since it was looked up
   */
  Optional<LocalUser> admit(FeedStream stream, FeedQueries.Seen seen) {
    UUID id = stream.reader.actor().user().value();
    Set<UUID> standsOn = standsOn(stream.reader, seen);
    List<RecordedEvent> missed = ring.after(seen.head(), Integer.MAX_VALUE);
    if (missed.stream().anyMatch(event -> endsRight(stream.reader, standsOn, event))) {
      return Optional.empty();
    }
    LocalUser user =
        readers
            .find(id, stream.reader.place())
            .orElseGet(() -> learn(stream.reader, standsOn, seen, missed));
    user.streams().add(stream);
    lane(stream).add(stream);
    return Optional.of(user);
  }

  void forget(FeedStream stream) {
    Lane lane = lanes.get(stream.executor);
    if (lane != null) {
      lane.remove(stream);
      if (lane.isEmpty()) {
        lanes.remove(stream.executor);
      }
    }
    readers
        .find(stream.reader.actor().user().value(), stream.reader.place())
        .filter(user -> user.streams().remove(stream) && user.streams().isEmpty())
        .ifPresent(readers::remove);
  }

  /** To be called so often that every stream has its turn in a heartbeat's period. */
  void tick() {
    tick = (tick + 1) % SLOTS;
    lanes.values().forEach(lane -> lane.tick(tick, ring.head()));
  }

  /** Sends all streams away; they may come back to another node or later. */
  void endAll() {
    flush();
    streams().forEach(stream -> stream.executor.execute(() -> stream.fail(new Unavailable())));
  }

  private Collection<FeedStream> streams() {
    return lanes.values().stream().flatMap(lane -> lane.streams().stream()).toList();
  }

  private void deliver(RecordedEvent event) {
    for (LocalUser user : readers.audienceOf(event)) {
      if (sight.shows(event, user)) {
        for (FeedStream stream : user.streams()) {
          if (stream.reader.wants(event) && stream.reader.mayReach(event)) {
            lane(stream).deliver(event, stream);
          }
        }
      }
    }
  }

  private void grant(MembershipChange change, long position) {
    if (change instanceof Reopened(var place)) {
      sight.reopen(place);
    }
    readers.apply(change, position);
  }

  private void withdraw(MembershipChange change, long position) {
    switch (change) {
      case Closed(var place) -> {
        sight.close(place);
        readers.at(place).forEach(user -> endAt(user, place));
      }
      case Left(var place, var id) -> {
        readers.apply(change, position);
        readers.find(id).forEach(user -> endAt(user, place));
      }
      case Joined joined -> {}
      case Reopened reopened -> {}
    }
  }

  /** Ends the user's streams if they read this place alone; they have lost their last right. */
  private void endAt(LocalUser user, UUID place) {
    if (user.standsOn(place)) {
      user.streams().forEach(this::end);
    }
  }

  /** Ends the user's streams whose session or key this event ends. */
  private void endAfter(LocalUser user, RecordedEvent event) {
    user.streams().stream().filter(stream -> stream.reader.endsWith(event)).forEach(this::end);
  }

  private void end(FeedStream stream) {
    lane(stream).flush();
    stream.executor.execute(stream::complete);
  }

  private LocalUser learn(
      Reader reader, Set<UUID> standsOn, FeedQueries.Seen seen, List<RecordedEvent> missed) {
    LocalUser user =
        new LocalUser(
            reader.actor().user().value(), reader.place(), standsOn, seen.places(), seen.head());
    seen.gone().forEach(sight::close);
    for (RecordedEvent event : missed) {
      for (MembershipChange change : MembershipChange.of(event)) {
        switch (change) {
          case Closed(var place) -> sight.close(place);
          case Reopened(var place) -> sight.reopen(place);
          case Joined(var place, var who) -> user.apply(change, event.position());
          case Left(var place, var who) -> user.apply(change, event.position());
        }
      }
    }
    readers.add(user);
    return user;
  }

  /** The place that is read, if it is not all that is the reader's, and the workspace around it. */
  private static Set<UUID> standsOn(Reader reader, FeedQueries.Seen seen) {
    return reader
        .place()
        .map(place -> Stream.concat(Stream.of(FeedQueries.id(place)), seen.home().stream()))
        .orElse(Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean endsRight(Reader reader, Set<UUID> standsOn, RecordedEvent event) {
    UUID id = reader.actor().user().value();
    return reader.endsWith(event)
        || MembershipChange.of(event).stream()
            .anyMatch(
                change ->
                    switch (change) {
                      case Closed(var place) -> standsOn.contains(place);
                      case Left(var place, var who) -> who.equals(id) && standsOn.contains(place);
                      case Joined joined -> false;
                      case Reopened reopened -> false;
                    });
  }

  private Lane lane(FeedStream stream) {
    return lanes.computeIfAbsent(stream.executor, Lane::new);
  }
}
