package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.port.in.LogIn;
import dev.colloquy.identity.domain.port.in.ReadClaims;
import dev.colloquy.identity.domain.port.in.RefreshLogin;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Origin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a login session begins, and who it belongs to. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
final class LoginResource {

  private final LogIn logIn;
  private final RefreshLogin refresh;
  private final ReadClaims claims;
  private final Caller caller;

  LoginResource(LogIn logIn, RefreshLogin refresh, ReadClaims claims, Caller caller) {
    this.logIn = logIn;
    this.refresh = refresh;
    this.claims = claims;
    this.caller = caller;
  }

  @POST
  @Path("login")
  @SecurityRequirements
  @Operation(summary = "Log in with email address or username")
  public CompletionStage<RestResponse<LoginView>> login(
      LoginRequest request,
      @Nullable @HeaderParam(HttpHeaders.USER_AGENT) @Parameter(hidden = true) String userAgent) {
    Origin origin = caller.origin();
    Client client = new Client(origin.address(), userAgent == null ? "" : userAgent);
    return logIn
        .handle(new LogIn.Command(origin, client, request.name(), request.password()))
        .thenApply(opened -> Answers.ok(LoginView.of(opened)));
  }

  @POST
  @Path("refresh")
  @SecurityRequirements
  @Operation(
      summary = "Exchange a refresh token for the next pair of tokens",
      description =
          "For ten seconds a token may be exchanged again, with the same successor. A token that was"
              + " used up ends the session, for it may have been stolen.")
  public CompletionStage<RestResponse<LoginView>> refresh(RefreshRequest request) {
    return refresh
        .handle(new RefreshLogin.Command(caller.origin(), request.refreshToken()))
        .thenApply(renewed -> Answers.ok(LoginView.of(renewed)));
  }

  @GET
  @Path("verify")
  @Operation(summary = "Ask who one is", description = "The claims as they stand now.")
  public CompletionStage<RestResponse<ClaimsView>> verify() {
    return claims.handle(caller.actor()).thenApply(current -> Answers.ok(ClaimsView.of(current)));
  }
}
