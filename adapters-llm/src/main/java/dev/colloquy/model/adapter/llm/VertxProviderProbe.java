package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.port.out.ProviderProbe;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.AddressRules;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks providers for {@code …/models}. Each connection is used once and closed. */
public final class VertxProviderProbe implements ProviderProbe, AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String MODELS = "/models";

  private final Vertx vertx;
  private final HttpClient client;
  private final Guide guide;
  private final Duration limit;

  /** Calls no provider but at an address that the rules admit. */
  public VertxProviderProbe(Vertx vertx, AddressRules rules) {
    this(vertx, Guide.of(vertx, rules), LIMIT);
  }

  VertxProviderProbe(Vertx vertx, Guide guide, Duration limit) {
    this.vertx = vertx;
    this.guide = guide;
    this.limit = limit;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions().setKeepAlive(false).setTracingPolicy(TracingPolicy.IGNORE))
            .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
            .build();
  }

  @Override
  public CompletionStage<Optional<ModelCallFailed>> look(ModelEndpoint endpoint) {
    return switch (endpoint.kind()) {
      case REHEARSAL -> CompletableFuture.completedFuture(Optional.empty());
      case OPENAI, OLLAMA, OPENAI_COMPATIBLE -> look(new Approach(endpoint, new OpenAiProtocol()));
      case ANTHROPIC -> look(new Approach(endpoint, new AnthropicProtocol()));
    };
  }

  @Override
  public void close() {
    client.close();
  }

  private CompletionStage<Optional<ModelCallFailed>> look(Approach approach) {
    RequestOptions options;
    try {
      options = approach.request(HttpMethod.GET, MODELS).setConnectTimeout(limit.toMillis());
    } catch (ModelCallFailed failure) {
      return CompletableFuture.completedFuture(Optional.of(failure));
    }
    Look look = new Look((ContextInternal) vertx.getOrCreateContext(), limit);
    guide.guarded(options).compose(client::request).onComplete(look::connected);
    return look.outcome();
  }
}
