package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.run.domain.port.in.BrowseRuns;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;

/** The runs of a conversation. */
@Path("/api/v1/conversations/{id}/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
final class ConversationRunResource {

  private final StartRun start;
  private final BrowseRuns browse;
  private final BrowseConversations conversations;
  private final Caller caller;
  private final Idempotency once;

  ConversationRunResource(
      StartRun start,
      BrowseRuns browse,
      BrowseConversations conversations,
      Caller caller,
      Idempotency once) {
    this.start = start;
    this.browse = browse;
    this.conversations = conversations;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(
      summary = "Ask a model for an answer",
      description =
          "The input is posted as my message; without it the last message is answered. The run goes"
              + " on whether or not anybody watches. GET /api/v1/runs/{id}/events streams it; with"
              + " Accept: text/event-stream this answers with that stream.")
  @APIResponseSchema(value = RunView.class, responseCode = "202")
  public CompletionStage<Response> start(@PathParam("id") String id, RunRequest request) {
    StartRun.Command command = request.command(caller.actor(), RunAnswers.conversation(id));
    return once.perform(
        () -> conversations.readable(command.actor(), command.conversation()),
        () -> start.handle(command),
        RunAnswers::accepted);
  }

  @GET
  @Operation(summary = "List a conversation's runs", description = "The newest first.")
  public CompletionStage<PageView<RunView>> list(
      @PathParam("id") String id,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .of(caller.actor(), RunAnswers.conversation(id), paging.request())
        .thenApply(page -> paging.view(page, RunView::of));
  }
}
