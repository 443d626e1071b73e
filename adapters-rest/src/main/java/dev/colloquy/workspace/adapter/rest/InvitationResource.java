package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.port.in.BrowseInvitations;
import dev.colloquy.workspace.domain.port.in.ManageInvitations;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invitations, as those see them who invite. */
@Path("/api/v1/workspaces/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
final class InvitationResource {

  private final BrowseInvitations browse;
  private final ManageInvitations manage;
  private final Caller caller;
  private final Idempotency once;

  InvitationResource(
      BrowseInvitations browse, ManageInvitations manage, Caller caller, Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List the open invitations", description = "Newest first.")
  public CompletionStage<PageView<InvitationView>> list(
      @PathParam("id") String id,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), WorkspaceResource.workspace(id), paging.request())
        .thenApply(page -> paging.view(page, InvitationView::of));
  }

  @POST
  @Operation(
      summary = "Invite somebody",
      description = "The token is shown this once; hand it to the invited person.")
  @APIResponseSchema(value = OfferedInvitationView.class, responseCode = "201")
  public CompletionStage<Response> invite(@PathParam("id") String id, InvitationRequest request) {
    Actor.OfUser actor = caller.actor();
    WorkspaceId workspace = WorkspaceResource.workspace(id);
    ManageInvitations.Invite command =
        new ManageInvitations.Invite(actor, workspace, request.email(), request.role());
    return once.perform(
        () -> browse.list(actor, workspace, PageRequest.first()),
        () -> manage.invite(command),
        InvitationResource::offered);
  }

  @DELETE
  @Path("{invitation_id}")
  @Operation(summary = "Take an invitation back")
  public CompletionStage<RestResponse<Void>> revoke(
      @PathParam("id") String id, @PathParam("invitation_id") String invitationId) {
    return manage
        .revoke(
            new ManageInvitations.Revoke(
                caller.actor(),
                WorkspaceResource.workspace(id),
                Query.pathId("invitation", invitationId, InvitationId::new)))
        .thenApply(revoked -> Answers.noContent());
  }

  private static RestResponse<OfferedInvitationView> offered(ManageInvitations.Offered offered) {
    return Answers.created(
        "/api/v1/workspaces/"
            + offered.invitation().workspace()
            + "/invitations/"
            + offered.invitation().id(),
        OfferedInvitationView.of(offered));
  }
}
