package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Conversations themselves. */
@Path("/api/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class ConversationResource {

  private final StartConversation start;
  private final BrowseConversations browse;
  private final BrowseMessages messages;
  private final EditConversation edit;
  private final BrowseWorkspaces workspaces;
  private final Caller caller;
  private final Idempotency once;

  ConversationResource(
      StartConversation start,
      BrowseConversations browse,
      BrowseMessages messages,
      EditConversation edit,
      BrowseWorkspaces workspaces,
      Caller caller,
      Idempotency once) {
    this.start = start;
    this.browse = browse;
    this.messages = messages;
    this.edit = edit;
    this.workspaces = workspaces;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(summary = "Start a conversation", description = "You always take part in it.")
  @APIResponseSchema(value = ConversationView.class, responseCode = "201")
  public CompletionStage<Response> start(StartInWorkspaceRequest request) {
    Actor.OfUser actor = caller.actor();
    StartConversation.Command command =
        new StartConversation.Command(
            actor, request.workspaceId(), request.draft(), request.participantIds());
    return once.perform(
        () -> workspaces.get(actor, command.workspace()),
        () -> start.handle(command),
        ConversationAnswers::created);
  }

  @GET
  @Operation(
      summary = "List my conversations",
      description = "Newest activity first; q is a part of the topic.")
  public CompletionStage<PageView<ConversationView>> list(
      @Nullable @QueryParam("workspace") String workspace,
      @Nullable @QueryParam("status") String status,
      @Nullable @QueryParam("q") String q,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor, workspace, status, q);
    ConversationFilter filter =
        new ConversationFilter(
            Query.id("workspace", workspace, WorkspaceId::new),
            Query.oneOf("status", status, ListedStatus.class).map(ListedStatus::status),
            TopicPart.of(q));
    return browse
        .list(caller.actor(), filter, paging.request())
        .thenApply(page -> paging.view(page, ConversationView::of));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Read a conversation",
      description = "With include=messages the newest 50 messages are there too, in order.")
  public CompletionStage<RestResponse<ConversationDetailView>> get(
      @PathParam("id") String id, @Nullable @QueryParam("include") String include) {
    Actor.OfUser actor = caller.actor();
    ConversationId conversation = ConversationAnswers.id(id);
    boolean withMessages = includesMessages(include);
    return browse
        .get(actor, conversation)
        .thenCompose(
            mine ->
                (withMessages ? newest(actor, conversation) : none())
                    .thenApply(newest -> shown(mine, newest)));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Replace what participants wrote about a conversation")
  public CompletionStage<RestResponse<ConversationView>> replace(
      @PathParam("id") String id, ReplaceConversationRequest request) {
    Precondition precondition = caller.requirePrecondition();
    return edit.handle(
            new EditConversation.Command(
                caller.actor(), ConversationAnswers.id(id), draft -> request.draft(), precondition))
        .thenApply(ConversationAnswers::shown);
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Change some of what participants wrote about a conversation",
      description = "A merge patch (RFC 7396).")
  public CompletionStage<RestResponse<ConversationView>> change(
      @PathParam("id") String id, ChangeConversationRequest request) {
    return edit.handle(
            new EditConversation.Command(
                caller.actor(),
                ConversationAnswers.id(id),
                request.patch()::applyTo,
                caller.precondition()))
        .thenApply(ConversationAnswers::shown);
  }

  private CompletionStage<@Nullable List<MessageView>> newest(
      Actor.OfUser actor, ConversationId conversation) {
    return messages
        .list(actor, conversation, new MessageWindow.Newest(), PageRequest.DEFAULT_LIMIT)
        .thenApply(page -> page.items().stream().map(MessageView::of).toList());
  }

  private static CompletionStage<@Nullable List<MessageView>> none() {
    return CompletableFuture.completedFuture(null);
  }

  private static RestResponse<ConversationDetailView> shown(
      MyConversation mine, @Nullable List<MessageView> messages) {
    return Answers.ok(
        new ConversationDetailView(ConversationView.of(mine), messages),
        mine.conversation().version());
  }

  private static boolean includesMessages(@Nullable String include) {
    if (include == null || include.isEmpty()) {
      return false;
    }
    if (!include.equals("messages")) {
      throw new MalformedRequest("The query parameter \"include\" must be messages.");
    }
    return true;
  }
}
