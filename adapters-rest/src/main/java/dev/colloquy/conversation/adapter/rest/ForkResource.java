package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.ForkConversation;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.request.Caller;
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

/** Going on from a point of a conversation in another one. */
@Path("/api/v1/conversations/{id}/fork")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class ForkResource {

  private final ForkConversation fork;
  private final BrowseConversations browse;
  private final Caller caller;
  private final Idempotency once;

  ForkResource(ForkConversation fork, BrowseConversations browse, Caller caller, Idempotency once) {
    this.fork = fork;
    this.browse = browse;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(
      summary = "Fork a conversation",
      description =
          "Copies the messages up to the named one into a new conversation, in which you alone take"
              + " part. Earlier texts of edited messages stay behind.")
  @APIResponseSchema(value = ConversationView.class, responseCode = "201")
  public CompletionStage<Response> fork(@PathParam("id") String id, ForkRequest request) {
    ForkConversation.Command command =
        new ForkConversation.Command(
            caller.actor(), ConversationAnswers.id(id), request.messageId(), request.topic());
    return once.perform(
        () -> browse.get(command.actor(), command.conversation()),
        () -> fork.handle(command),
        ConversationAnswers::created);
  }
}
