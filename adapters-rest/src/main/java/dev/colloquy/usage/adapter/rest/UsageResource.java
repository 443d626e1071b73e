package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.usage.domain.port.in.ReadUsage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller has used of the models, and what he still may. */
@Path("/api/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
final class UsageResource {

  private final ReadUsage usage;
  private final Caller caller;

  UsageResource(ReadUsage usage, Caller caller) {
    this.usage = usage;
    this.caller = caller;
  }

  @GET
  @Path("usage")
  @Operation(
      summary = "Sum up my usage",
      description = "Of calls that have ended, by when they were asked for; at most a year.")
  public CompletionStage<PageView<UsageView>> mine(
      @Nullable @QueryParam("from") String from,
      @Nullable @QueryParam("to") String to,
      @Nullable @QueryParam("group_by") String groupBy,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, from, to, groupBy);
    ReadUsage.Query query = UsageQuery.mine(from, to, groupBy);
    return usage
        .mine(caller.actor(), query, paging.request())
        .thenApply(page -> paging.view(page, line -> UsageView.of(query.by(), line)));
  }

  @GET
  @Path("quota")
  @Operation(
      summary = "List the quotas that apply to me, as they stand",
      description = "Mine, my tier's, and those of my keys and workspaces; newest first.")
  public CompletionStage<PageView<StandingView>> quota(
      @Nullable @QueryParam("limit") String limit, @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return usage
        .quotas(caller.actor(), paging.request())
        .thenApply(page -> paging.view(page, StandingView::of));
  }
}
