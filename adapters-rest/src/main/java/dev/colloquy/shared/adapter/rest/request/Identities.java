package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Carries the actor through Quarkus' security, in REST and in plain routes. */
public final class Identities {

  private static final String ACTOR = Actor.class.getName();

  private Identities() {}

  public static SecurityIdentity of(Actor.OfUser actor) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(actor.user().toString()))
        .addAttribute(ACTOR, actor)
        .build();
  }

  /** Who sent this request; empty where nobody was asked for. */
  public static Optional<Actor.OfUser> actor(RoutingContext exchange) {
    return exchange.user() instanceof QuarkusHttpUser user
        ? Optional.ofNullable(user.getSecurityIdentity().getAttribute(ACTOR))
        : Optional.empty();
  }

  /** Who sent this request; fails with {@link Unauthenticated} where nobody is known. */
  public static Actor.OfUser demanded(RoutingContext exchange) {
    return actor(exchange).orElseThrow(Unauthenticated::new);
  }

  /**
   * The same actor for what stays long after it was asked for: there are thousands of streams, and
   * where they came from is of no use to them.
   */
  public static Actor.OfUser lasting(Actor.OfUser actor) {
    Origin origin = actor.origin();
    return from(actor, new Origin(origin.command(), "", origin.startedAt(), ""));
  }

  /** The same actor with an origin that knows the body too. */
  static Actor.OfUser from(Actor.OfUser actor, Origin origin) {
    return switch (actor) {
      case Actor.Person it -> new Actor.Person(it.user(), it.session(), it.role(), origin);
      case Actor.Key it ->
          new Actor.Key(it.user(), it.key(), it.role(), it.scopes(), it.boundTo(), origin);
      // never comes over HTTP; it brings its own
      case Actor.Agent it -> it;
    };
  }
}
