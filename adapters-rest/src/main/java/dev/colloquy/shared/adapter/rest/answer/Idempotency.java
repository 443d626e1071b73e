package dev.colloquy.shared.adapter.rest.answer;

import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.port.in.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Gives a POST its effect once per {@code Idempotency-Key}, and a repetition the same answer. */
@ApplicationScoped
public class Idempotency {

  private final Once once;
  private final Caller caller;
  private final Rendering rendering;

  Idempotency(Once once, Caller caller, Rendering rendering) {
    this.once = once;
    this.caller = caller;
    this.rendering = rendering;
  }

  /** For answers that stay the caller's to see, such as his own account's. */
  public <T, V> CompletionStage<Response> perform(
      Supplier<CompletionStage<T>> work, Function<T, RestResponse<V>> answer) {
    return perform(() -> CompletableFuture.completedFuture(null), work, answer);
  }

  /**
   * Runs the work and keeps its answer in one unit of work, or repeats the answer of before. Where
   * the view {@linkplain CarriesSecret carries a secret}, the repetition leaves it out.
   *
   * @param mayStillSee fails where the answer is no longer the caller's to see; only asked before a
   *     repetition, and what it answers does not matter
   */
  public <T, V> CompletionStage<Response> perform(
      Supplier<? extends CompletionStage<?>> mayStillSee,
      Supplier<CompletionStage<T>> work,
      Function<T, RestResponse<V>> answer) {
    return once.perform(
            caller.attempt(() -> mayStillSee.get().thenAccept(seen -> {})),
            work,
            result -> rendering.of(answer.apply(result)))
        .thenApply(Idempotency::response);
  }

  private static Response response(Rendered rendered) {
    Response.ResponseBuilder response = Response.status(rendered.status());
    rendered.headers().forEach(response::header);
    if (rendered.replayed()) {
      response.header("Idempotency-Replayed", "true");
    }
    return rendered.body().isEmpty()
        ? response.build()
        : response.type(MediaType.APPLICATION_JSON).entity(rendered.body()).build();
  }
}
