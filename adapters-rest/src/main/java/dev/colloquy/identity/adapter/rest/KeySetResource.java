package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.port.in.PublishKeys;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public keys of access tokens, where everybody looks for them. */
@Path(KeySetResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys")
final class KeySetResource {

  static final String PATH = "/.well-known/jwks.json";

  private final PublishKeys publish;

  KeySetResource(PublishKeys publish) {
    this.publish = publish;
  }

  @GET
  @SecurityRequirements
  @Operation(summary = "Read the public keys of access tokens", description = "RFC 7517.")
  public CompletionStage<RestResponse<KeySetView>> published() {
    return publish.handle().thenApply(keys -> Answers.ok(new KeySetView(keys)));
  }
}
