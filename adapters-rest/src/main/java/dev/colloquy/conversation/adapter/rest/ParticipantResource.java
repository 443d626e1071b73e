package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.port.in.ManageParticipants;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.domain.UserId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who takes part in a conversation. */
@Path("/api/v1/conversations/{id}/participants/{user_id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
final class ParticipantResource {

  private final ManageParticipants manage;
  private final Caller caller;

  ParticipantResource(ManageParticipants manage, Caller caller) {
    this.manage = manage;
    this.caller = caller;
  }

  @PUT
  @Operation(summary = "Take a member of the workspace in")
  public CompletionStage<RestResponse<Void>> add(
      @PathParam("id") String id, @PathParam("user_id") String userId) {
    return manage.add(command(id, userId)).thenApply(added -> Answers.noContent());
  }

  @DELETE
  @Operation(
      summary = "End a participation",
      description = "Your own, or as who started the conversation another's.")
  public CompletionStage<RestResponse<Void>> remove(
      @PathParam("id") String id, @PathParam("user_id") String userId) {
    return manage.remove(command(id, userId)).thenApply(removed -> Answers.noContent());
  }

  private ManageParticipants.Command command(String id, String userId) {
    return new ManageParticipants.Command(
        caller.actor(),
        ConversationAnswers.id(id),
        Query.pathId("participant", userId, UserId::new));
  }
}
