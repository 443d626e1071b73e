package dev.colloquy.event.adapter.rest;

import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Scope;
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

/** The feed of a conversation. */
@Path("/api/v1/conversations/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class ConversationEventResource {

  private final EventPages pages;

  ConversationEventResource(EventPages pages) {
    this.pages = pages;
  }

  @GET
  @Operation(
      summary = "What happened in a conversation",
      description = EventResource.PAGE_OR_STREAM)
  public CompletionStage<EventPageView> page(
      @PathParam("id") String id,
      @Nullable @QueryParam("types") String types,
      @Nullable @QueryParam("after") String after,
      @Nullable @QueryParam("limit") String limit) {
    ConversationId place = Query.pathId("conversation", id, ConversationId::new);
    return pages.page(
        Optional.of(new Scope.OfConversation(place)),
        EventQuery.filter(types, null, null),
        after,
        limit);
  }
}
