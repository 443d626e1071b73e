package dev.colloquy.shared.adapter.rest.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.shared.adapter.rest.request.Caller;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.port.in.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Gives a POST its effect once per {@code Idempotency-Key}, and a repetition the same answer. */
@ApplicationScoped
public class Idempotency {

  private final Once once;
  private final Caller caller;
  private final ObjectMapper json;

  Idempotency(Once once, Caller caller, ObjectMapper json) {
    this.once = once;
    this.caller = caller;
    this.json = json;
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
   *     repetition
   */
  public <T, V> CompletionStage<Response> perform(
      Supplier<CompletionStage<Void>> mayStillSee,
      Supplier<CompletionStage<T>> work,
      Function<T, RestResponse<V>> answer) {
    return once.perform(caller.attempt(mayStillSee), work, result -> render(answer.apply(result)))
        .thenApply(Idempotency::response);
  }

  private Rendered render(RestResponse<?> answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    Object view = answer.getEntity();
    Rendered rendered = new Rendered(answer.getStatus(), headers, json(view));
    return view instanceof CarriesSecret secret
        ? rendered.withReplay(json(secret.withoutSecret()))
        : rendered;
  }

  private String json(@Nullable Object view) {
    try {
      return view == null ? "" : json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view that JSON cannot show", e);
    }
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
