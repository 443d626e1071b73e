package dev.colloquy.event.testkit;

import dev.colloquy.event.domain.port.out.Tickets;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets in memory. */
public final class InMemoryTickets implements Tickets {

  private final Map<String, Kept> tickets = new ConcurrentHashMap<>();

  private record Kept(Actor.OfUser actor, Instant expiresAt) {}

  @Override
  public CompletionStage<Void> keep(
      String hash, Actor.OfUser actor, Instant now, Instant expiresAt) {
    tickets.values().removeIf(it -> !it.expiresAt().isAfter(now));
    tickets.put(hash, new Kept(actor, expiresAt));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<Actor.OfUser>> take(String hash, Origin origin, Instant now) {
    return CompletableFuture.completedFuture(
        Optional.ofNullable(tickets.remove(hash))
            .filter(it -> it.expiresAt().isAfter(now))
            .map(it -> from(it.actor(), origin)));
  }

  private static Actor.OfUser from(Actor.OfUser actor, Origin origin) {
    return switch (actor) {
      case Actor.Person it -> new Actor.Person(it.user(), it.session(), it.role(), origin);
      case Actor.Key it ->
          new Actor.Key(it.user(), it.key(), it.role(), it.scopes(), it.boundTo(), origin);
      case Actor.Agent it -> throw new IllegalArgumentException("an agent opens no stream");
    };
  }
}
