package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.workspace.domain.port.in.AnswerInvitation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations, as the invited person answers them. */
@Path("/api/v1/invitations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
final class InvitationAnswerResource {

  private final AnswerInvitation answer;
  private final Caller caller;
  private final Idempotency once;

  InvitationAnswerResource(AnswerInvitation answer, Caller caller, Idempotency once) {
    this.answer = answer;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Path("accept")
  @Operation(summary = "Accept an invitation", description = "Answers the workspace you joined.")
  @APIResponseSchema(value = WorkspaceView.class, responseCode = "200")
  public CompletionStage<Response> accept(@PathParam("token") String token) {
    AnswerInvitation.Command command = new AnswerInvitation.Command(caller.actor(), token);
    return once.perform(() -> answer.accept(command), WorkspaceResource::shown);
  }

  @POST
  @Path("decline")
  @Operation(summary = "Decline an invitation")
  @APIResponse(responseCode = "204", description = "Declined")
  public CompletionStage<Response> decline(@PathParam("token") String token) {
    AnswerInvitation.Command command = new AnswerInvitation.Command(caller.actor(), token);
    return once.perform(() -> answer.decline(command), declined -> Answers.noContent());
  }
}
