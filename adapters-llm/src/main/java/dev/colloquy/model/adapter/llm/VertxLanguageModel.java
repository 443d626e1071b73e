package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.port.out.Admission;
import dev.colloquy.model.domain.port.out.LanguageModel;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.concurrent.Flow;

/** Speaks with every kind of provider. Its connections are closed with Vert.x, or with it. */
public final class VertxLanguageModel implements LanguageModel, AutoCloseable {

  private static final Protocol OPENAI = new OpenAiProtocol();
  private static final Protocol ANTHROPIC = new AnthropicProtocol();

  /** Each stream takes a connection, and nothing else; the default of five would be a queue. */
  private static final int MOST_STREAMS_A_PROVIDER = 2_000;

  private static final int SECONDS_A_CONNECTION_IS_KEPT = 30;

  private final Vertx vertx;
  private final HttpClient client;
  private final Guide guide;
  private final Limits limits;
  private final ProviderCircuits circuits;

  /**
   * Calls no provider but at an address that the rules admit.
   *
   * @param rules what an administrator's word may lead to
   * @param circuits which providers to leave alone for now; hears how their calls go
   */
  public VertxLanguageModel(Vertx vertx, AddressRules rules, ProviderCircuits circuits) {
    this(vertx, Guide.of(vertx, rules), Limits.USUAL, circuits);
  }

  VertxLanguageModel(Vertx vertx, Guide guide, Limits limits, ProviderCircuits circuits) {
    this.vertx = vertx;
    this.circuits = circuits;
    this.guide = guide;
    this.limits = limits;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setKeepAliveTimeout(SECONDS_A_CONNECTION_IS_KEPT)
                    .setTracingPolicy(TracingPolicy.IGNORE))
            .with(new PoolOptions().setHttp1MaxSize(MOST_STREAMS_A_PROVIDER))
            // each call hears of its own failure; the log needs none of a provider's words
            .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
            .build();
  }

  @Override
  public Flow.Publisher<ModelEvent> answer(ModelCall call, Admission admission) {
    return call.endpoint().kind() == ProviderKind.REHEARSAL
        ? Answer.from(vertx, outlet -> rehearsed(call, admission, outlet))
        : Answer.from(vertx, outlet -> guarded(call, admission, outlet));
  }

  /**
   * The same models for a trial: they are asked however their providers fared before, and one that
   * answers is taken for well again. No admission is asked for.
   */
  public LanguageModel trial() {
    return (call, unasked) ->
        Answer.from(
            vertx, outlet -> source(call, new Acquitting(circuits.of(call.endpoint()), outlet)));
  }

  @Override
  public void close() {
    client.close();
  }

  private static Source rehearsed(ModelCall call, Admission admission, Outlet outlet) {
    return new Admitted(admission, outlet, Rehearsal.source(call, outlet), outlet::failed);
  }

  /** First the breaker: what it refuses needs no admission. */
  private Source guarded(ModelCall call, Admission admission, Outlet outlet) {
    return new Guarded(
        circuits.of(call.endpoint()),
        outlet,
        it -> new Admitted(admission, it, source(call, it), it::turnedAway));
  }

  private Source source(ModelCall call, Outlet outlet) {
    return switch (call.endpoint().kind()) {
      case REHEARSAL -> Rehearsal.source(call, outlet);
      case OPENAI, OLLAMA, OPENAI_COMPATIBLE -> exchange(call, OPENAI, outlet);
      case ANTHROPIC -> exchange(call, ANTHROPIC, outlet);
    };
  }

  private Source exchange(ModelCall call, Protocol protocol, Outlet outlet) {
    try {
      return new Exchange(
          client,
          guide,
          Question.of(call, protocol, limits.connect()),
          protocol.interpreter(),
          call.patience(),
          limits,
          outlet);
    } catch (ModelCallFailed failure) {
      return new Refusal(failure, outlet);
    } catch (IllegalArgumentException unspeakable) {
      return new Refusal(Failures.of(Fault.REFUSED), outlet);
    }
  }
}
