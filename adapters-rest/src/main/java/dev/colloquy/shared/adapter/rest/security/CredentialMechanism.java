package dev.colloquy.shared.adapter.rest.security;

import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.port.in.Authenticate;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.DomainException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds out who sends a request: by an access token or an API key, as identity decides. */
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {

  /** Before whatever mechanism another extension brings along. */
  private static final int PRIORITY = 2000;

  private final Authenticate authenticate;
  private final Problems problems;

  CredentialMechanism(Authenticate authenticate, Problems problems) {
    this.authenticate = authenticate;
    this.problems = problems;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    if (PublicRoutes.contain(exchange.normalizedPath())) {
      return Uni.createFrom().nullItem();
    }
    Optional<String> credential = Credential.in(exchange.request().headers());
    if (credential.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    Authenticate.Query query =
        new Authenticate.Query(credential.get(), Arrival.of(exchange).origin(exchange));
    return Uni.createFrom()
        .completionStage(() -> authenticate.handle(query))
        .map(Identities::of)
        .onFailure()
        .transform(CredentialMechanism::unwrapped);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"colloquy\""));
  }

  /** Where nobody was named and somebody is needed; the platform's own answer has no body. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext exchange) {
    return Uni.createFrom()
        .completionStage(() -> problems.answer(exchange, new Unauthenticated()))
        .replaceWith(true);
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  // What is not good fails the authentication; that nobody can tell is another failure.
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = Cause.of(failure);
    return cause instanceof DomainException refusal
            && refusal.kind() == DomainException.Kind.UNAUTHENTICATED
        ? new AuthenticationFailedException(refusal)
        : cause;
  }
}
