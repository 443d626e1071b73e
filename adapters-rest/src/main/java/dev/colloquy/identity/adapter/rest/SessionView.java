package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.shared.domain.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A login that lives.
 *
 * @param lastActiveAt exact to about half a minute
 * @param current whether it is the one that asks
 */
record SessionView(
    UUID id,
    String ip,
    String userAgent,
    Instant createdAt,
    Instant lastActiveAt,
    Instant expiresAt,
    boolean current) {

  static SessionView of(LoginSession session, Actor.OfUser asking) {
    return new SessionView(
        session.id().value(),
        session.client().address(),
        session.client().userAgent(),
        session.createdAt(),
        session.lastActiveAt(),
        session.expiresAt(),
        asking instanceof Actor.Person person && person.session().equals(session.id()));
  }
}
