package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.port.in.BrowseMembers;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.in.ManageMembers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Who belongs to a workspace. */
@Path("/api/v1/workspaces/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
final class MemberResource {

  private final BrowseMembers browse;
  private final ManageMembers manage;
  private final BrowseWorkspaces workspaces;
  private final Caller caller;
  private final Idempotency once;

  MemberResource(
      BrowseMembers browse,
      ManageMembers manage,
      BrowseWorkspaces workspaces,
      Caller caller,
      Idempotency once) {
    this.browse = browse;
    this.manage = manage;
    this.workspaces = workspaces;
    this.caller = caller;
    this.once = once;
  }

  @GET
  @Operation(summary = "List the members", description = "In the order they joined.")
  public CompletionStage<PageView<MemberView>> list(
      @PathParam("id") String id,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(caller.actor(), WorkspaceResource.workspace(id), paging.request())
        .thenApply(page -> paging.view(page, MemberView::of));
  }

  @POST
  @Operation(summary = "Take a user in", description = "By id or by email address.")
  @APIResponseSchema(value = MemberView.class, responseCode = "201")
  public CompletionStage<Response> add(@PathParam("id") String id, AddMemberRequest request) {
    Actor.OfUser actor = caller.actor();
    WorkspaceId workspace = WorkspaceResource.workspace(id);
    ManageMembers.Add command =
        new ManageMembers.Add(actor, workspace, request.newcomer(), request.role());
    return once.perform(
        () -> workspaces.get(actor, workspace), () -> manage.add(command), MemberResource::added);
  }

  @PATCH
  @Path("{user_id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(summary = "Give a member another role")
  public CompletionStage<RestResponse<MemberView>> changeRole(
      @PathParam("id") String id, @PathParam("user_id") String userId, MemberRoleRequest request) {
    return manage
        .changeRole(
            new ManageMembers.ChangeRole(
                caller.actor(), WorkspaceResource.workspace(id), user(userId), request.role()))
        .thenApply(member -> Answers.ok(MemberView.of(member)));
  }

  @DELETE
  @Path("{user_id}")
  @Operation(
      summary = "End a membership",
      description = "Members may end their own. Their seats in conversations end with it.")
  public CompletionStage<RestResponse<Void>> remove(
      @PathParam("id") String id, @PathParam("user_id") String userId) {
    return manage
        .remove(
            new ManageMembers.Remove(caller.actor(), WorkspaceResource.workspace(id), user(userId)))
        .thenApply(removed -> Answers.noContent());
  }

  private static UserId user(String id) {
    return Query.pathId("member", id, UserId::new);
  }

  private static RestResponse<MemberView> added(NamedMember member) {
    return Answers.created(
        "/api/v1/workspaces/" + member.member().workspace() + "/members/" + member.member().user(),
        MemberView.of(member));
  }
}
