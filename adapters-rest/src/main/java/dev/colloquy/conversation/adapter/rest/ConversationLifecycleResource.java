package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.ManageConversation;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.request.Caller;
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

/** What becomes of a conversation: archived, restored, deleted. */
@Path("/api/v1/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class ConversationLifecycleResource {

  private final ManageConversation manage;
  private final BrowseConversations browse;
  private final Caller caller;
  private final Idempotency once;

  ConversationLifecycleResource(
      ManageConversation manage, BrowseConversations browse, Caller caller, Idempotency once) {
    this.manage = manage;
    this.browse = browse;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Path("archive")
  @Operation(summary = "Archive a conversation", description = "It stays readable.")
  @APIResponseSchema(value = ConversationView.class, responseCode = "200")
  public CompletionStage<Response> archive(@PathParam("id") String id) {
    ManageConversation.Command command = command(id);
    return once.perform(
        () -> mayStillSee(command), () -> manage.archive(command), ConversationAnswers::shown);
  }

  @POST
  @Path("restore")
  @Operation(
      summary = "Bring back an archived or deleted conversation",
      description = "Only who started it brings back a deleted one.")
  @APIResponseSchema(value = ConversationView.class, responseCode = "200")
  public CompletionStage<Response> restore(@PathParam("id") String id) {
    ManageConversation.Command command = command(id);
    return once.perform(
        () -> mayStillSee(command), () -> manage.restore(command), ConversationAnswers::shown);
  }

  @DELETE
  @Operation(summary = "Delete a conversation", description = "Who started it may restore it.")
  public CompletionStage<RestResponse<Void>> delete(@PathParam("id") String id) {
    return manage.delete(command(id)).thenApply(deleted -> Answers.noContent());
  }

  private CompletionStage<?> mayStillSee(ManageConversation.Command command) {
    return browse.get(command.actor(), command.conversation());
  }

  private ManageConversation.Command command(String id) {
    return new ManageConversation.Command(
        caller.actor(), ConversationAnswers.id(id), caller.precondition());
  }
}
