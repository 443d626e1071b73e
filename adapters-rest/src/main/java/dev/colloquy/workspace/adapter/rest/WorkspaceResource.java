package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.in.EditWorkspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Workspaces themselves. */
@Path("/api/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
final class WorkspaceResource {

  private final CreateWorkspace create;
  private final BrowseWorkspaces browse;
  private final EditWorkspace edit;
  private final Caller caller;
  private final Idempotency once;

  WorkspaceResource(
      CreateWorkspace create,
      BrowseWorkspaces browse,
      EditWorkspace edit,
      Caller caller,
      Idempotency once) {
    this.create = create;
    this.browse = browse;
    this.edit = edit;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(summary = "Open a workspace", description = "Its owner is who opens it.")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "201")
  public CompletionStage<Response> create(WorkspaceRequest request) {
    CreateWorkspace.Command command = new CreateWorkspace.Command(caller.actor(), request.draft());
    return once.perform(() -> create.handle(command), WorkspaceResource::created);
  }

  @GET
  @Operation(summary = "List my workspaces", description = "Newest first, without deleted ones.")
  public CompletionStage<PageView<WorkspaceView>> list(
      @Nullable @QueryParam("status") String status,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, status);
    return browse
        .list(
            caller.actor(), Query.oneOf("status", status, WorkspaceStatus.class), paging.request())
        .thenApply(page -> paging.view(page, WorkspaceView::of));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a workspace")
  public CompletionStage<RestResponse<WorkspaceView>> get(@PathParam("id") String id) {
    return browse.get(caller.actor(), workspace(id)).thenApply(WorkspaceResource::shown);
  }

  @GET
  @Path("{id}/stats")
  @Operation(summary = "Count what is in a workspace")
  public CompletionStage<RestResponse<WorkspaceStatsView>> stats(@PathParam("id") String id) {
    return browse
        .stats(caller.actor(), workspace(id))
        .thenApply(stats -> Answers.ok(WorkspaceStatsView.of(stats)));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Replace what its owner wrote about a workspace")
  public CompletionStage<RestResponse<WorkspaceView>> replace(
      @PathParam("id") String id, WorkspaceRequest request) {
    Precondition precondition = caller.requirePrecondition();
    return edit.handle(
            new EditWorkspace.Command(
                caller.actor(), workspace(id), draft -> request.draft(), precondition))
        .thenApply(WorkspaceResource::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Change some of what its owner wrote about a workspace",
      description = "A merge patch (RFC 7396).")
  public CompletionStage<RestResponse<WorkspaceView>> change(
      @PathParam("id") String id, WorkspacePatchRequest request) {
    return edit.handle(
            new EditWorkspace.Command(
                caller.actor(), workspace(id), request.patch()::applyTo, caller.precondition()))
        .thenApply(WorkspaceResource::shown);
  }

  static WorkspaceId workspace(String id) {
    return Query.pathId("workspace", id, WorkspaceId::new);
  }

  static RestResponse<WorkspaceView> shown(MyWorkspace mine) {
    return Answers.ok(WorkspaceView.of(mine), mine.workspace().version());
  }

  private static RestResponse<WorkspaceView> created(MyWorkspace mine) {
    return Answers.created(
        "/api/v1/workspaces/" + mine.workspace().id(),
        WorkspaceView.of(mine),
        mine.workspace().version());
  }
}
