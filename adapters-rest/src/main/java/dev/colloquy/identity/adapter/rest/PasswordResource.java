package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.ChangePassword;
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

/** One's own password. */
@Path("/api/v1/auth/change-password")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
final class PasswordResource {

  private final ChangePassword change;
  private final Caller caller;

  PasswordResource(ChangePassword change, Caller caller) {
    this.change = change;
    this.caller = caller;
  }

  @POST
  @Operation(summary = "Change my password", description = "Ends all my other sessions.")
  public CompletionStage<RestResponse<Void>> change(ChangePasswordRequest request) {
    return change
        .handle(
            new ChangePassword.Command(
                caller.actor(), request.currentPassword(), request.newPassword()))
        .thenApply(changed -> Answers.noContent());
  }
}
