package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.conversation.domain.port.in.TakeInput;
import dev.colloquy.shared.adapter.rest.answer.Answers;
import dev.colloquy.shared.adapter.rest.answer.Idempotency;
import dev.colloquy.shared.adapter.rest.request.Caller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Input that need not say where it belongs. */
@Path("/api/v1/input")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
final class InputResource {

  private final TakeInput take;
  private final BrowseConversations browse;
  private final Caller caller;
  private final Idempotency once;

  InputResource(TakeInput take, BrowseConversations browse, Caller caller, Idempotency once) {
    this.take = take;
    this.browse = browse;
    this.caller = caller;
    this.once = once;
  }

  @POST
  @Operation(
      summary = "Take down what I say",
      description =
          "Without a conversation it goes to my default one, which is made on demand in a personal"
              + " workspace of mine.")
  @APIResponseSchema(value = InputView.class, responseCode = "200")
  public CompletionStage<Response> take(InputRequest request) {
    TakeInput.Command command = request.command(caller.actor());
    return once.perform(
        () -> mayStillSee(command),
        () -> take.handle(command),
        message -> Answers.ok(InputView.of(message)));
  }

  private CompletionStage<?> mayStillSee(TakeInput.Command command) {
    return command
        .conversation()
        .<CompletionStage<?>>map(id -> browse.get(command.actor(), id))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
