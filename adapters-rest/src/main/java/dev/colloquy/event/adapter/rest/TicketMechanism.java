package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.EventException.InvalidTicket;
import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.event.domain.port.in.RedeemTicket;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.domain.Cause;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets whoever shows a ticket open a stream, and nothing else. A credential in a header goes first;
 * of all that could stand in a URL, a ticket alone is looked at.
 */
@ApplicationScoped
class TicketMechanism implements HttpAuthenticationMechanism {

  /** After the mechanism of headers, before any other. */
  private static final int PRIORITY = 1900;

  private final RedeemTicket redeem;

  TicketMechanism(RedeemTicket redeem) {
    this.redeem = redeem;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    String ticket = exchange.queryParams().get("ticket");
    if (ticket == null || !mayUseTicket(exchange)) {
      return Uni.createFrom().nullItem();
    }
    RedeemTicket.Command command =
        new RedeemTicket.Command(new StreamTicket(ticket), Arrival.of(exchange).origin(exchange));
    return Uni.createFrom()
        .completionStage(() -> redeem.handle(command))
        .map(Identities::of)
        .onFailure()
        .transform(TicketMechanism::refused);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  private static boolean mayUseTicket(RoutingContext exchange) {
    return exchange.request().method().equals(HttpMethod.GET)
        && !exchange.request().headers().contains("Authorization")
        && !exchange.request().headers().contains("X-API-Key")
        && StreamPath.anyIsStream(exchange);
  }

  private static Throwable refused(Throwable failure) {
    Throwable cause = Cause.of(failure);
    return cause instanceof InvalidTicket ? new AuthenticationFailedException(cause) : cause;
  }
}
