package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.BrowseModels;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Models that may be used. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
final class ModelResource {

  private final BrowseModels browse;
  private final Caller caller;

  ModelResource(BrowseModels browse, Caller caller) {
    this.browse = browse;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "List the models that I may use",
      description = "All of them, the one that answers where none is named first.")
  public CompletionStage<PageView<ModelView>> list() {
    return browse
        .list(caller.actor())
        .thenApply(all -> new PageView<>(all.stream().map(ModelView::of).toList(), null));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a model")
  public CompletionStage<RestResponse<ModelView>> get(@PathParam("id") String id) {
    return browse
        .get(caller.actor(), Query.pathId("model", id, ModelId::new))
        .thenApply(model -> Answers.ok(ModelView.of(model)));
  }
}
