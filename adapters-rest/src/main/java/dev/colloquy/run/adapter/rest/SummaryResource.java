package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.port.in.SummarizeConversation;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.ConversationId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was said in a conversation, in short. */
@Path("/api/v1/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
final class SummaryResource {

  private final SummarizeConversation summarize;
  private final Caller caller;

  SummaryResource(SummarizeConversation summarize, Caller caller) {
    this.summarize = summarize;
    this.caller = caller;
  }

  @POST
  @Path("summarize")
  @Operation(
      summary = "Sum a conversation up",
      description =
          "A model writes it, where something was said since the last summary, on the caller's"
              + " account. From then on models are told it in place of what it stands for, but for"
              + " the last ten messages.")
  public CompletionStage<SummaryView> summarize(@PathParam("id") String id) {
    return summarize.handle(caller.actor(), conversation(id)).thenApply(SummaryView::of);
  }

  @GET
  @Path("summary")
  @Operation(summary = "Read a conversation's last summary")
  public CompletionStage<SummaryView> last(@PathParam("id") String id) {
    return summarize.last(caller.actor(), conversation(id)).thenApply(SummaryView::of);
  }

  private static ConversationId conversation(String id) {
    return Query.pathId("conversation", id, ConversationId::new);
  }
}
