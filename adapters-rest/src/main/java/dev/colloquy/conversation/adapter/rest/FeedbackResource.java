package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.port.in.RateMessage;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.adapter.rest.request.Query;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What participants think of messages. */
@Path("/api/v1/conversations/{id}/messages/{message_id}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
final class FeedbackResource {

  private final RateMessage rate;
  private final Caller caller;

  FeedbackResource(RateMessage rate, Caller caller) {
    this.rate = rate;
    this.caller = caller;
  }

  @PUT
  @Operation(summary = "Rate a message", description = "In place of what I said of it before.")
  public CompletionStage<RestResponse<Void>> rate(
      @PathParam("id") String id,
      @PathParam("message_id") String messageId,
      FeedbackRequest request) {
    return rate.handle(
            new RateMessage.Command(
                caller.actor(),
                ConversationAnswers.id(id),
                Query.pathId("message", messageId, MessageId::new),
                request.feedback()))
        .thenApply(rated -> Answers.noContent());
  }
}
