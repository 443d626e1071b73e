package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.port.in.BrowseApiKeys;
import dev.colloquy.identity.domain.port.in.ManageApiKeys;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.DeleteCommand;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.EditCommand;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.Made;
import dev.colloquy.identity.domain.port.in.ManageApiKeys.MakeCommand;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ApiKeyId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own API keys. A key cannot get here: it could make itself undying. */
@Path("/api/v1/users/me/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
final class ApiKeyResource {

  private final BrowseApiKeys browse;
  private final ManageApiKeys manage;
  private final Caller caller;
  private final Idempotency once;

  ApiKeyResource(BrowseApiKeys browse, ManageApiKeys manage, Caller caller, Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List my API keys", description = "Newest first, without their secrets.")
  public CompletionStage<PageView<ApiKeyView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, ApiKeyView::of));
  }

  @POST
  @Operation(summary = "Make an API key", description = "The secret is shown this once.")
  @APIResponseSchema(value = MadeApiKeyView.class, responseCode = "201")
  public CompletionStage<Response> make(ApiKeyRequest request) {
    MakeCommand command = new MakeCommand(caller.actor(), request.draft(), request.workspaceId());
    return once.perform(() -> manage.make(command), ApiKeyResource::created);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(summary = "Change an API key", description = "A merge patch (RFC 7396).")
  public CompletionStage<RestResponse<ApiKeyView>> change(
      @PathParam("id") String id, ApiKeyPatchRequest request) {
    return manage
        .edit(
            new EditCommand(
                caller.actor(), key(id), request.patch()::applyTo, caller.precondition()))
        .thenApply(key -> Answers.ok(ApiKeyView.of(key), key.version()));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Take an API key away", description = "It is refused from now on.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(new DeleteCommand(caller.actor(), key(id), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  private static ApiKeyId key(String id) {
    return Query.pathId("API key", id, ApiKeyId::new);
  }

  private static RestResponse<MadeApiKeyView> created(Made made) {
    ApiKey key = made.key();
    return Answers.created(
        "/api/v1/users/me/api-keys/" + key.id(), MadeApiKeyView.of(made), key.version());
  }
}
