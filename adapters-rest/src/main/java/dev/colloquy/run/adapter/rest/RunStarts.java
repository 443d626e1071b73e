package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.adapter.rest.answer.Rendering;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.request.IdempotencyKey;
import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.port.in.Once;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Starts runs from plain routes, each once for its key, with the answer that REST would keep. */
@ApplicationScoped
class RunStarts {

  private final StartRun start;
  private final BrowseConversations conversations;
  private final Once once;
  private final Rendering rendering;

  RunStarts(StartRun start, BrowseConversations conversations, Once once, Rendering rendering) {
    this.start = start;
    this.conversations = conversations;
    this.once = once;
    this.rendering = rendering;
  }

  /** The run, or the one that this request has started before. Fails as {@link StartRun} does. */
  CompletionStage<RunId> start(RoutingContext exchange, StartRun.Command command) {
    Attempt attempt =
        new Attempt(
            command.actor(),
            IdempotencyKey.of(exchange),
            Arrival.fingerprint(exchange),
            () ->
                conversations.get(command.actor(), command.conversation()).thenAccept(seen -> {}));
    return once.perform(
            attempt, () -> start.handle(command), run -> rendering.of(RunAnswers.accepted(run)))
        .thenApply(RunStarts::run);
  }

  private static RunId run(Rendered answer) {
    String address = Objects.requireNonNull(answer.headers().get(HttpHeaders.LOCATION));
    return new RunId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }
}
