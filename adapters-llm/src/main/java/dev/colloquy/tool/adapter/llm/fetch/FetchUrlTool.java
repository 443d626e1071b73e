package dev.colloquy.tool.adapter.llm.fetch;

import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page of the web. What an address says may be what somebody wants to learn, so each call
 * has to be allowed, unless an administrator says otherwise.
 */
public final class FetchUrlTool implements BuiltInTool, AutoCloseable {

  private static final Tool TOOL =
      Tool.builtIn(
              "fetch_url",
              "Fetches a public page of the web over HTTP and answers its text as it is.",
              """
              {
                "type": "object",
                "properties": {
                  "url": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 2000,
                    "description": "Such as https://example.com/page."
                  }
                },
                "required": ["url"],
                "additionalProperties": false
              }""")
          .withApproval();

  private static final int MOST_CONNECTIONS = 64;

  private final Vertx vertx;
  private final HttpClient client;
  private final Guide guide;
  private final FetchLimits limits;

  /** Fetches from where the rules let it. */
  public FetchUrlTool(Vertx vertx, AddressRules rules) {
    this(vertx, Guide.of(vertx, rules), FetchLimits.USUAL);
  }

  FetchUrlTool(Vertx vertx, Guide guide, FetchLimits limits) {
    this.vertx = vertx;
    this.guide = guide;
    this.limits = limits;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions().setKeepAlive(false).setTracingPolicy(TracingPolicy.IGNORE))
            .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
            .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
            .build();
  }

  @Override
  public Tool tool() {
    return TOOL;
  }

  @Override
  public CompletionStage<String> call(Actor.OfUser actor, Map<String, @Nullable Object> arguments) {
    return new Fetch(vertx, client, guide, limits)
        .of(String.valueOf(arguments.get("url")))
        .toCompletionStage();
  }

  @Override
  public void close() {
    client.close();
  }
}
