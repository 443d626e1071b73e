package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.EndSessions;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How login sessions end. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
final class LogoutResource {

  private final EndSessions end;
  private final Caller caller;

  LogoutResource(EndSessions end, Caller caller) {
    this.end = end;
    this.caller = caller;
  }

  @POST
  @Path("logout")
  @Operation(summary = "Log out", description = "Ends the session this token belongs to.")
  public CompletionStage<RestResponse<Void>> logout() {
    return end.logout(caller.actor()).thenApply(ended -> Answers.noContent());
  }

  @POST
  @Path("logout-all")
  @Operation(summary = "Log out everywhere")
  public CompletionStage<RestResponse<Void>> logoutAll() {
    return end.logoutAll(caller.actor()).thenApply(ended -> Answers.noContent());
  }
}
