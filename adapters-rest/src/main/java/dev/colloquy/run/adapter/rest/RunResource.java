package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.BrowseRuns;
import dev.colloquy.run.domain.port.in.ControlRun;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import jakarta.ws.rs.GET;
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

/** Runs, wherever they belong. */
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
final class RunResource {

  private final BrowseRuns browse;
  private final ControlRun control;
  private final Caller caller;
  private final Idempotency once;

  RunResource(BrowseRuns browse, ControlRun control, Caller caller, Idempotency once) {
    this.browse = browse;
    this.control = control;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List the runs that I have started", description = "The newest first.")
  public CompletionStage<PageView<RunView>> list(
      @Nullable @QueryParam("status") String status,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, status);
    Optional<RunStatus> wanted = Query.oneOf("status", status, RunStatus.class);
    return browse
        .mine(caller.actor(), wanted, paging.request())
        .thenApply(page -> paging.view(page, RunView::of));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a run")
  public CompletionStage<RestResponse<RunView>> get(@PathParam("id") String id) {
    return browse
        .get(caller.actor(), RunAnswers.id(id))
        .thenApply(run -> Answers.ok(RunView.of(run)));
  }

  @POST
  @Path("{id}/cancel")
  @Operation(
      summary = "Call a run off",
      description =
          "It ends within a second, and what it has said is kept. One that has ended stays as it is.")
  @APIResponseSchema(value = RunView.class, responseCode = "202")
  public CompletionStage<RestResponse<RunView>> cancel(@PathParam("id") String id) {
    return control.cancel(caller.actor(), RunAnswers.id(id)).thenApply(RunAnswers::accepted);
  }

  @POST
  @Path("{id}/retry")
  @Operation(
      summary = "Ask the same question again",
      description = "In a new run; its answer takes the place of the earlier one.")
  @APIResponseSchema(value = RunView.class, responseCode = "202")
  public CompletionStage<Response> retry(@PathParam("id") String id) {
    Actor.OfUser actor = caller.actor();
    RunId run = RunAnswers.id(id);
    return once.perform(
        () -> browse.get(actor, run), () -> control.retry(actor, run), RunAnswers::accepted);
  }
}
