package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.port.in.BrowseMessages;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.conversation.domain.port.in.ReviseMessage;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.page.PageView;
import dev.colloquy.shared.adapter.rest.page.Paging;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
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
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is said in a conversation. */
@Path("/api/v1/conversations/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
final class MessageResource {

  private final PostMessage post;
  private final BrowseMessages browse;
  private final ReviseMessage revise;
  private final Caller caller;

  MessageResource(PostMessage post, BrowseMessages browse, ReviseMessage revise, Caller caller) {
    this.post = post;
    this.browse = browse;
    this.revise = revise;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "Post a message",
      description =
          "With run=true it is answered as well, both or neither: the body may then have model,"
              + " importance, temperature, max_tokens, on_conflict and tools too, and what comes"
              + " back is the run, or its stream with Accept: text/event-stream.")
  @Parameter(
      name = "run",
      in = ParameterIn.QUERY,
      description = "Whether a model is to answer it",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @APIResponseSchema(value = MessageView.class, responseCode = "201")
  @APIResponse(
      responseCode = "202",
      description = "With run=true: the run",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "#/components/schemas/RunView")))
  public CompletionStage<RestResponse<MessageView>> post(
      @PathParam("id") String id, PostMessageRequest request) {
    return post.handle(request.command(caller.actor(), ConversationAnswers.id(id), key()))
        .thenApply(MessageResource::posted);
  }

  @GET
  @Operation(
      summary = "Read messages",
      description =
          "Always in ascending order. Without parameters the newest; after and before are"
              + " exclusive bounds, of which one may be given, or a cursor. A page of more than 50"
              + " ends before its limit once it has 4 MiB.")
  public CompletionStage<PageView<MessageView>> list(
      @PathParam("id") String id,
      @Nullable @QueryParam("after") String after,
      @Nullable @QueryParam("before") String before,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    MessageWindow bounds = Windows.of(after, before, cursor);
    Paging paging = caller.paging(limit, cursor);
    return browse
        .list(
            caller.actor(),
            ConversationAnswers.id(id),
            paging.request().after().map(MessageWindow::at).orElse(bounds),
            paging.request().limit())
        .thenApply(page -> paging.view(page, MessageView::of));
  }

  @GET
  @Path("{message_id}")
  @Operation(summary = "Read a message", description = "A deleted one has no content any more.")
  public CompletionStage<RestResponse<MessageView>> get(
      @PathParam("id") String id, @PathParam("message_id") String messageId) {
    return browse
        .get(caller.actor(), ConversationAnswers.id(id), message(messageId))
        .thenApply(MessageResource::shown);
  }

  @GET
  @Path("{message_id}/revisions")
  @Operation(summary = "Read what a message said before", description = "Oldest first.")
  public CompletionStage<PageView<RevisionView>> revisions(
      @PathParam("id") String id,
      @PathParam("message_id") String messageId,
      @Nullable @QueryParam("limit") String limit,
      @Nullable @QueryParam("cursor") String cursor) {
    Paging paging = caller.paging(limit, cursor);
    return browse
        .revisions(caller.actor(), ConversationAnswers.id(id), message(messageId), paging.request())
        .thenApply(page -> paging.view(page, RevisionView::of));
  }

  @PATCH
  @Path("{message_id}")
  @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
  @Operation(
      summary = "Edit a message of mine",
      description = "The earlier text stays as a revision.")
  public CompletionStage<RestResponse<MessageView>> edit(
      @PathParam("id") String id,
      @PathParam("message_id") String messageId,
      ChangeMessageRequest request) {
    return revise
        .edit(
            new ReviseMessage.Edit(
                caller.actor(),
                ConversationAnswers.id(id),
                message(messageId),
                request.patch(),
                caller.precondition()))
        .thenApply(MessageResource::shown);
  }

  @DELETE
  @Path("{message_id}")
  @Operation(
      summary = "Delete a message of mine",
      description = "Its place stays; its text, its metadata and its revisions do not.")
  public CompletionStage<RestResponse<Void>> delete(
      @PathParam("id") String id, @PathParam("message_id") String messageId) {
    return revise
        .delete(
            new ReviseMessage.Delete(
                caller.actor(),
                ConversationAnswers.id(id),
                message(messageId),
                caller.precondition()))
        .thenApply(deleted -> Answers.noContent());
  }

  private Optional<RequestKey> key() {
    return caller.requestKey().map(it -> new RequestKey(it, caller.origin().requestHash()));
  }

  private static MessageId message(String id) {
    return Query.pathId("message", id, MessageId::new);
  }

  private static RestResponse<MessageView> shown(Message message) {
    return Answers.ok(MessageView.of(message), message.version());
  }

  private static RestResponse<MessageView> posted(Posted posted) {
    Message message = posted.message();
    RestResponse<MessageView> answer =
        Answers.created(
            "/api/v1/conversations/" + message.conversation() + "/messages/" + message.id(),
            MessageView.of(message),
            message.version());
    if (posted.replayed()) {
      answer.getHeaders().putSingle("Idempotency-Replayed", "true");
    }
    return answer;
  }
}
