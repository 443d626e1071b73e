package dev.colloquy.run.adapter.rest;

import dev.colloquy.conversation.domain.port.in.BrowseConversations;
import dev.colloquy.run.domain.Run;
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
import java.util.function.Supplier;

/** Starts runs from plain routes, each once for its key, with the answer that REST would keep. */
@ApplicationScoped
public class RunStarts {

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

  /**
   * A run, or the one that the same request has started before.
   *
   * @param answer what REST would say of it
   */
  public record Started(RunId run, Rendered answer) {}

  /** Fails as {@link StartRun} does. */
  CompletionStage<Started> start(RoutingContext exchange, StartRun.Command command) {
    return once(
        new Attempt(
            command.actor(),
            IdempotencyKey.of(exchange),
            Arrival.fingerprint(exchange),
            () ->
                conversations
                    .readable(command.actor(), command.conversation())
                    .thenAccept(it -> {})),
        () -> start.handle(command));
  }

  /** Fails as the work does. */
  public CompletionStage<Started> once(Attempt attempt, Supplier<CompletionStage<Run>> work) {
    return once.perform(attempt, work, run -> rendering.of(RunAnswers.accepted(run)))
        .thenApply(answer -> new Started(run(answer), answer));
  }

  private static RunId run(Rendered answer) {
    String address = Objects.requireNonNull(answer.headers().get(HttpHeaders.LOCATION));
    return new RunId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
  }
}
