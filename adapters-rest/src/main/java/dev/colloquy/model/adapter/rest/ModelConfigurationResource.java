package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.BrowseModelConfigurations;
import dev.colloquy.model.domain.port.in.ManageModels;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.PageRequest;
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
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Models as they are set up; for administrators. */
@Path("/api/v1/admin/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Providers")
final class ModelConfigurationResource {

  private final BrowseModelConfigurations browse;
  private final ManageModels manage;
  private final Caller caller;
  private final Idempotency once;

  ModelConfigurationResource(
      BrowseModelConfigurations browse, ManageModels manage, Caller caller, Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(
      summary = "List all models that are set up",
      description = "Those that may not be used, too; in the order in which they were set up.")
  public CompletionStage<PageView<ModelConfigurationView>> list(
      @Nullable @QueryParam("provider_id") String provider,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, provider);
    return browse
        .list(caller.actor(), Query.id("provider_id", provider, ProviderId::new), paging.request())
        .thenApply(page -> paging.view(page, ModelConfigurationView::of));
  }

  @POST
  @Operation(
      summary = "Set a model up",
      description = "From then on it may be used by everybody, unless it is not enabled.")
  @APIResponseSchema(value = ModelConfigurationView.class, responseCode = "201")
  public CompletionStage<Response> create(ModelRequest request) {
    ManageModels.Create command =
        new ManageModels.Create(caller.actor(), request.providerId(), request.draft());
    return once.perform(
        () -> browse.list(command.actor(), Optional.empty(), PageRequest.first()),
        () -> manage.create(command),
        ModelConfigurationResource::created);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read how a model is set up")
  public CompletionStage<RestResponse<ModelConfigurationView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), model(id)).thenApply(ModelConfigurationResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Set a model up otherwise",
      description = "A merge patch (RFC 7396). A model that is not enabled answers no new run.")
  public CompletionStage<RestResponse<ModelConfigurationView>> change(
      @PathParam("id") String id, ModelPatchRequest request) {
    return manage
        .edit(
            new ManageModels.Edit(
                caller.actor(), model(id), request::applyTo, caller.precondition()))
        .thenApply(ModelConfigurationResource::shown);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Take a model away",
      description = "Refused where a run has used it; it can be disabled instead.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage
        .delete(new ManageModels.Delete(caller.actor(), model(id), caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  private static ModelId model(String id) {
    return Query.pathId("model", id, ModelId::new);
  }

  private static RestResponse<ModelConfigurationView> shown(ModelConfiguration it) {
    return Answers.ok(ModelConfigurationView.of(it), it.version());
  }

  private static RestResponse<ModelConfigurationView> created(ModelConfiguration it) {
    return Answers.created(
        "/api/v1/admin/models/" + it.model().id(), ModelConfigurationView.of(it), it.version());
  }
}
