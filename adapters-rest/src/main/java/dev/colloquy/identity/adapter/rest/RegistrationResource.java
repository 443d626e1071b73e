package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.identity.domain.port.in.SetUpAdministrator;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How accounts come about. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
@SecurityRequirements
final class RegistrationResource {

  private final Register register;
  private final SetUpAdministrator setUp;
  private final Caller caller;

  RegistrationResource(Register register, SetUpAdministrator setUp, Caller caller) {
    this.register = register;
    this.setUp = setUp;
    this.caller = caller;
  }

  @POST
  @Path("register")
  @Operation(summary = "Make an account for oneself")
  @APIResponseSchema(value = UserView.class, responseCode = "201")
  public CompletionStage<RestResponse<UserView>> register(RegisterRequest request) {
    return register
        .handle(request.command(caller.origin()))
        .thenApply(RegistrationResource::created);
  }

  @POST
  @Path("setup")
  @Operation(
      summary = "Make the first administrator",
      description = "Once, with the token from the data directory's file setup-token.")
  @APIResponseSchema(value = UserView.class, responseCode = "201")
  public CompletionStage<RestResponse<UserView>> setUp(SetupRequest request) {
    return setUp.handle(request.command(caller.origin())).thenApply(RegistrationResource::created);
  }

  private static RestResponse<UserView> created(User user) {
    return Answers.created("/api/v1/users/" + user.id(), UserView.of(user), user.version());
  }
}
