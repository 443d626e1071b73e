package dev.colloquy.shared.adapter.rest.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets only those in whom identity knows; a route that forgot to ask is closed all the same. */
@ApplicationScoped
public class DenyByDefault implements HttpSecurityPolicy {

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext exchange,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    if (PublicRoutes.contain(exchange.normalizedPath())) {
      return CheckResult.permit();
    }
    return identity.map(it -> it.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT);
  }
}
