package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.ManageLifecycle;
import dev.colloquy.workspace.domain.port.in.TransferWorkspace;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What becomes of a workspace: archived, restored, given away, deleted. */
@Path("/api/v1/workspaces/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
final class WorkspaceLifecycleResource {

  private final ManageLifecycle lifecycle;
  private final TransferWorkspace transfer;
  private final BrowseWorkspaces browse;
  private final Caller caller;
  private final Idempotency once;

  WorkspaceLifecycleResource(
      ManageLifecycle lifecycle,
      TransferWorkspace transfer,
      BrowseWorkspaces browse,
      Caller caller,
      Idempotency once) {
    this.lifecycle = lifecycle;
    this.transfer = transfer;
    this.browse = browse;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Path("archive")
  @Operation(summary = "Archive a workspace", description = "It stays readable.")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public CompletionStage<Response> archive(@PathParam("id") String id) {
    ManageLifecycle.Command command = command(id);
    return once.perform(
        () -> mayStillSee(command.actor(), command.workspace()),
        () -> lifecycle.archive(command),
        WorkspaceResource::shown);
  }

  @POST
  @Path("restore")
  @Operation(summary = "Bring back an archived or deleted workspace")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public CompletionStage<Response> restore(@PathParam("id") String id) {
    ManageLifecycle.Command command = command(id);
    return once.perform(
        () -> mayStillSee(command.actor(), command.workspace()),
        () -> lifecycle.restore(command),
        WorkspaceResource::shown);
  }

  @POST
  @Path("transfer")
  @Operation(summary = "Give a workspace to another member", description = "You stay as an admin.")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public CompletionStage<Response> transfer(@PathParam("id") String id, TransferRequest request) {
    TransferWorkspace.Command command =
        new TransferWorkspace.Command(
            caller.actor(),
            WorkspaceResource.workspace(id),
            request.userId(),
            caller.precondition());
    return once.perform(
        () -> mayStillSee(command.actor(), command.workspace()),
        () -> transfer.handle(command),
        WorkspaceResource::shown);
  }

  @DELETE
  @Operation(summary = "Delete a workspace", description = "Its owner may restore it.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return lifecycle.delete(command(id)).thenApply(deleted -> Answers.noContent());
  }

  private CompletionStage<?> mayStillSee(Actor.OfUser actor, WorkspaceId workspace) {
    return browse.get(actor, workspace);
  }

  private ManageLifecycle.Command command(String id) {
    return new ManageLifecycle.Command(
        caller.actor(), WorkspaceResource.workspace(id), caller.precondition());
  }
}
