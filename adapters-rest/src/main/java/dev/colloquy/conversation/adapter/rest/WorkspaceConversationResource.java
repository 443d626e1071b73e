package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
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
import org.jspecify.annotations.Nullable;

/** The conversations of one workspace. */
@Path("/api/v1/workspaces/{id}/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class WorkspaceConversationResource {

  private final StartConversation start;
  private final BrowseConversations browse;
  private final BrowseWorkspaces workspaces;
  private final Caller caller;
  private final Idempotency once;

  WorkspaceConversationResource(
      StartConversation start,
      BrowseConversations browse,
      BrowseWorkspaces workspaces,
      Caller caller,
      Idempotency once) {
    this.start = start;
    this.browse = browse;
    this.workspaces = workspaces;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(summary = "Start a conversation here", description = "You always take part in it.")
  @APIResponseSchema(value = ConversationView.class, responseCode = "201")
  public CompletionStage<Response> start(@PathParam("id") String id, StartRequest request) {
    Actor.OfUser actor = caller.actor();
    StartConversation.Command command =
        new StartConversation.Command(
            actor, workspace(id), request.draft(), request.participantIds());
    return once.perform(
        () -> workspaces.get(actor, command.workspace()),
        () -> start.handle(command),
        ConversationAnswers::created);
  }

  @GET
  @Operation(
      summary = "List the conversations here",
      description =
          "Yours, newest activity first. With all=true the workspace's owner sees what there is,"
              + " without seeing what it is about.")
  public CompletionStage<PageView<? extends ListedConversationView>> list(
      @PathParam("id") String id,
      @Nullable @QueryParam("all") String all,
      @Nullable @QueryParam("status") String status,
      @Nullable @QueryParam("q") String q,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, all, status, q);
    boolean everybodys = Query.flag("all", all).orElse(false);
    ConversationFilter filter =
        new ConversationFilter(
            Optional.empty(),
            Query.oneOf("status", status, ListedStatus.class).map(ListedStatus::status),
            everybodys ? Optional.empty() : TopicPart.of(q));
    Actor.OfUser actor = caller.actor();
    return everybodys
        ? browse
            .listAll(actor, workspace(id), filter, paging.request())
            .thenApply(page -> paging.view(page, KnownConversationView::of))
        : browse
            .listIn(actor, workspace(id), filter, paging.request())
            .thenApply(page -> paging.view(page, ConversationView::of));
  }

  private static WorkspaceId workspace(String id) {
    return Query.pathId("workspace", id, WorkspaceId::new);
  }
}
