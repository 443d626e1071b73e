package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What runs say, in pages; their streams are {@link RunStreamRoutes}'. */
@Path("/api/v1/runs/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
final class RunEventResource {

  private final FollowRun follow;
  private final Caller caller;

  RunEventResource(FollowRun follow, Caller caller) {
    this.follow = follow;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Read what a run has said",
      description =
          "From its start, or after a place. With Accept: text/event-stream it is a stream, which"
              + " goes on until the run has ended and is resumed by Last-Event-ID.")
  public CompletionStage<RunEntriesView> page(
      @PathParam("id") String id,
      @Nullable @QueryParam("after") String after,
      @Nullable @QueryParam("limit") String limit) {
    StreamPlace place = Places.after("after", after);
    int most =
        Query.whole("limit", limit, 1, PageRequest.MAX_LIMIT)
            .map(Math::toIntExact)
            .orElse(PageRequest.DEFAULT_LIMIT);
    return follow
        .page(caller.actor(), RunAnswers.id(id), place, most)
        .thenApply(entries -> entries.stream().map(RunEntryView::of).toList())
        .thenApply(items -> new RunEntriesView(items, last(items, place)));
  }

  private static String last(List<RunEntryView> items, StreamPlace after) {
    return items.isEmpty() ? after.toString() : items.getLast().id();
  }
}
