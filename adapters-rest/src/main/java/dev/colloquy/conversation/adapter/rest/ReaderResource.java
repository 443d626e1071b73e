package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.port.in.MarkRead;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What somebody does in front of a conversation without saying anything. */
@Path("/api/v1/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class ReaderResource {

  private final MarkRead markRead;
  private final SignalTyping typing;
  private final Caller caller;

  ReaderResource(MarkRead markRead, SignalTyping typing, Caller caller) {
    this.markRead = markRead;
    this.typing = typing;
    this.caller = caller;
  }

  @PUT
  @Path("read-marker")
  @Operation(
      summary = "Say how far I have read",
      description = "Others' messages after it count as unread.")
  public CompletionStage<RestResponse<Void>> markRead(
      @PathParam("id") String id, ReadMarkerRequest request) {
    return markRead
        .handle(new MarkRead.Command(caller.actor(), ConversationAnswers.id(id), request.seq()))
        .thenApply(moved -> Answers.noContent());
  }

  @POST
  @Path("typing")
  @Operation(
      summary = "Say that I am writing",
      description = "Participants are told at most once in 3 seconds.")
  public CompletionStage<RestResponse<Void>> typing(@PathParam("id") String id) {
    return typing
        .handle(caller.actor(), ConversationAnswers.id(id))
        .thenApply(told -> Answers.noContent());
  }
}
