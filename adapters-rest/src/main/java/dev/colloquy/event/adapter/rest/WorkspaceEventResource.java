package dev.colloquy.event.adapter.rest;

import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of a workspace. */
@Path("/api/v1/workspaces/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class WorkspaceEventResource {

  private final EventPages pages;

  WorkspaceEventResource(EventPages pages) {
    this.pages = pages;
  }

  @GET
  @Operation(summary = "What happened in a workspace", description = EventResource.PAGE_OR_STREAM)
  public CompletionStage<EventPageView> page(
      @PathParam("id") String id,
      @Nullable @QueryParam("types") String types,
      @Nullable @QueryParam("conversation_id") String conversation,
      @Nullable @QueryParam("after") String after,
      @Nullable @QueryParam("limit") String limit) {
    WorkspaceId place = Query.pathId("workspace", id, WorkspaceId::new);
    return pages.page(
        Optional.of(new Scope.OfWorkspace(place)),
        EventQuery.filter(types, null, conversation),
        after,
        limit);
  }
}
