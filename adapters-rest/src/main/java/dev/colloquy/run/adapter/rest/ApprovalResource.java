package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.port.in.BrowseApprovals;
import dev.colloquy.run.domain.port.in.DecideApprovals;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What runs wait for somebody to allow. */
@Path("/api/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
final class ApprovalResource {

  private final BrowseApprovals browse;
  private final DecideApprovals decide;
  private final Caller caller;

  ApprovalResource(BrowseApprovals browse, DecideApprovals decide, Caller caller) {
    this.browse = browse;
    this.decide = decide;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "List what I may allow or deny now", description = "The newest first.")
  public CompletionStage<PageView<ApprovalView>> list(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .pending(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, ApprovalView::of));
  }

  @POST
  @Path("{id}/approve")
  @Operation(summary = "Allow a call", description = "The run goes on and makes it.")
  @APIResponseSchema(value = ApprovalView.class, responseCode = "200")
  public CompletionStage<RestResponse<ApprovalView>> approve(@PathParam("id") String id) {
    return decided(id, true);
  }

  @POST
  @Path("{id}/deny")
  @Operation(summary = "Deny a call", description = "The run goes on, and its model is told.")
  @APIResponseSchema(value = ApprovalView.class, responseCode = "200")
  public CompletionStage<RestResponse<ApprovalView>> deny(@PathParam("id") String id) {
    return decided(id, false);
  }

  private CompletionStage<RestResponse<ApprovalView>> decided(String id, boolean allowed) {
    ApprovalId approval = Query.pathId("approval", id, ApprovalId::new);
    return decide
        .handle(new DecideApprovals.Command(caller.actor(), approval, allowed))
        .thenApply(it -> Answers.ok(ApprovalView.of(it)));
  }
}
