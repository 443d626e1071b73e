package dev.colloquy.event.adapter.rest;

import dev.colloquy.event.domain.port.in.IssueTicket;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The feed of all that is the caller's, and tickets for its streams. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class EventResource {

  static final String PAGE_OR_STREAM =
      """
      With `Accept: text/event-stream` the answer is a live stream of server-sent events instead of \
      a page. Its frames are `connect` first, then the events under their types, `heartbeat` every \
      15 seconds and `gap` where the position asked for is not there. Each has a position as its \
      id, from which `Last-Event-ID` (or else `after`) resumes without loss; without either the \
      stream begins now. See docs/events.md.""";

  private final EventPages pages;
  private final IssueTicket tickets;
  private final Caller caller;

  EventResource(EventPages pages, IssueTicket tickets, Caller caller) {
    this.pages = pages;
    this.tickets = tickets;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "What happened", description = PAGE_OR_STREAM)
  public CompletionStage<EventPageView> page(
      @Nullable @QueryParam("types") String types,
      @Nullable @QueryParam("workspace_id") String workspace,
      @Nullable @QueryParam("conversation_id") String conversation,
      @Nullable @QueryParam("after") String after,
      @Nullable @QueryParam("limit") String limit) {
    return pages.page(
        Optional.empty(), EventQuery.filter(types, workspace, conversation), after, limit);
  }

  // A ticket is worth nothing to whoever lost the answer, so no Idempotency-Key remembers it.
  @POST
  @Path("tickets")
  @Operation(
      summary = "Issue a ticket for a stream",
      description =
          """
          For browsers' EventSource, which cannot send a header: the ticket opens one stream within \
          30 seconds, as its query parameter `ticket`.""")
  @APIResponseSchema(value = TicketView.class, responseCode = "201")
  public CompletionStage<RestResponse<TicketView>> issue() {
    return tickets
        .handle(new IssueTicket.Command(caller.actor()))
        .thenApply(
            ticket -> RestResponse.status(RestResponse.Status.CREATED, TicketView.of(ticket)));
  }
}
