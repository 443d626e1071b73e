package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.RotateKeys;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The keys that access tokens are signed with; for administrators. */
@Path("/api/v1/admin/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys")
final class SigningKeyResource {

  private final RotateKeys rotate;
  private final Caller caller;

  SigningKeyResource(RotateKeys rotate, Caller caller) {
    this.rotate = rotate;
    this.caller = caller;
  }

  @POST
  @Path("rotate")
  @Operation(
      summary = "Sign with a new key from now on",
      description = "Tokens of the old key stay good until they expire.")
  @APIResponseSchema(value = SigningKeyView.class, responseCode = "201")
  public CompletionStage<RestResponse<SigningKeyView>> rotate() {
    return rotate
        .handle(caller.actor())
        .thenApply(key -> Answers.created(KeySetResource.PATH, SigningKeyView.of(key)));
  }
}
