package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.PublishKeys;
import dev.colloquy.identity.domain.port.in.RotateKeys;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The keys that access tokens are signed with. */
@Path("/")
@Tag(name = "Signing keys")
final class SigningKeyResource {

  private static final String PUBLISHED = "/.well-known/jwks.json";

  private final PublishKeys publish;
  private final RotateKeys rotate;
  private final Caller caller;

  SigningKeyResource(PublishKeys publish, RotateKeys rotate, Caller caller) {
    this.publish = publish;
    this.rotate = rotate;
    this.caller = caller;
  }

  @GET
  @Path(".well-known/jwks.json")
  @SecurityRequirements
  @Operation(summary = "Read the public keys of access tokens", description = "RFC 7517.")
  public CompletionStage<RestResponse<KeySetView>> published() {
    return publish.handle().thenApply(keys -> Answers.ok(new KeySetView(keys)));
  }

  @POST
  @Path("api/v1/admin/signing-keys/rotate")
  @Operation(
      summary = "Sign with a new key from now on",
      description = "For administrators. Tokens of the old key stay good until they expire.")
  @APIResponseSchema(value = SigningKeyView.class, responseCode = "201")
  public CompletionStage<RestResponse<SigningKeyView>> rotate() {
    return rotate
        .handle(caller.actor())
        .thenApply(key -> Answers.created(PUBLISHED, SigningKeyView.of(key)));
  }
}
