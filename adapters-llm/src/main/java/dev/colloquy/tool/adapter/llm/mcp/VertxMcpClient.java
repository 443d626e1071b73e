package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTransport;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.port.out.McpClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Speaks with MCP servers over HTTP, and with programs that it starts where that is allowed. */
public final class VertxMcpClient implements McpClient, AutoCloseable {

  private static final int MOST_CONNECTIONS = 256;

  private final VertxInternal vertx;
  private final HttpClient http;
  private final Guide guide;
  private final McpRules rules;
  private final McpLimits limits;
  private final Programs programs;
  private final Map<McpServerId, Held> sessions = new ConcurrentHashMap<>();

  /** A session, what it was made for, and how many use it. */
  private record Held(McpEndpoint endpoint, McpSession session, AtomicInteger uses) {}

  /** Goes where the rules let it. */
  public VertxMcpClient(Vertx vertx, McpRules rules) {
    this(vertx, Guide.of(vertx, rules.addresses()), rules, McpLimits.USUAL);
  }

  VertxMcpClient(Vertx vertx, Guide guide, McpRules rules, McpLimits limits) {
    this.vertx = (VertxInternal) vertx;
    this.guide = guide;
    this.rules = rules;
    this.limits = limits;
    this.programs = new Programs(limits);
    this.http =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    // a kept connection may die while it is written to, and the call be made or not
                    .setKeepAlive(false)
                    .setTracingPolicy(TracingPolicy.IGNORE))
            .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
            .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
            .build();
  }

  @Override
  public CompletionStage<Listing> tools(McpEndpoint endpoint) {
    return within(
        endpoint,
        LISTING,
        new CompletableFuture<Void>(),
        patience -> page(patience, new Offers(), Optional.empty()));
  }

  @Override
  public CompletionStage<String> call(McpEndpoint endpoint, Call call) {
    ObjectNode params = Rpc.object().put("name", call.tool());
    params.set("arguments", Rpc.tree(call.arguments()));
    return within(
        endpoint,
        call.patience(),
        call.calledOff(),
        patience ->
            patience.ask("tools/call", params).map(Contents::text).recover(VertxMcpClient::shown));
  }

  @Override
  public void forget(McpServerId server) {
    Held held = sessions.remove(server);
    if (held != null) {
      letGo(held);
    }
  }

  @Override
  public void forget(McpEndpoint endpoint) {
    sessions.computeIfPresent(
        endpoint.server(),
        (server, held) -> {
          if (!held.endpoint().equals(endpoint)) {
            return held;
          }
          letGo(held);
          return null;
        });
  }

  @Override
  public List<McpEndpoint> unused() {
    return sessions.values().stream()
        .filter(it -> it.uses().get() == 0)
        .map(Held::endpoint)
        .toList();
  }

  @Override
  public List<McpEndpoint> changed() {
    return sessions.values().stream()
        .filter(it -> it.session().hasChanged())
        .map(Held::endpoint)
        .toList();
  }

  @Override
  public void close() {
    sessions.clear();
    programs.close();
    http.close();
  }

  private <T> CompletionStage<T> within(
      McpEndpoint endpoint,
      Duration limit,
      CompletionStage<?> calledOff,
      Function<Patience, Future<T>> work) {
    if (endpoint.transport() instanceof McpTransport.Stdio && !rules.programs()) {
      return CompletableFuture.failedStage(new McpCallFailed(McpFailure.PROGRAMS_REFUSED));
    }
    Held held = used(endpoint);
    McpSession session = held.session();
    PromiseInternal<T> told = vertx.getOrCreateContext().promise();
    session
        .context()
        .runOnContext(
            ignored -> {
              Patience patience = new Patience(session, limit, calledOff);
              work.apply(patience)
                  .onComplete(
                      done -> {
                        patience.end();
                        held.uses().decrementAndGet();
                        told.handle(done);
                      });
            });
    return told.future().toCompletionStage();
  }

  private static Future<Listing> page(Patience patience, Offers offers, Optional<String> cursor) {
    ObjectNode params = Rpc.object();
    cursor.ifPresent(it -> params.put("cursor", it));
    return patience
        .ask(Rpc.LISTING, params)
        .recover(VertxMcpClient::refused)
        .map(offers::add)
        .compose(
            next ->
                next.isPresent()
                    ? page(patience, offers, next)
                    : Future.succeededFuture(offers.listing()));
  }

  /** One for each server, as it is called now; whoever takes it uses it. */
  private Held used(McpEndpoint endpoint) {
    Held[] outdated = new Held[1];
    Held held =
        sessions.compute(
            endpoint.server(),
            (server, before) -> {
              if (before != null && before.endpoint().equals(endpoint)) {
                before.uses().incrementAndGet();
                return before;
              }
              outdated[0] = before;
              return new Held(endpoint, opened(endpoint), new AtomicInteger(1));
            });
    if (outdated[0] != null) {
      letGo(outdated[0]);
    }
    return held;
  }

  private McpSession opened(McpEndpoint endpoint) {
    ContextInternal context = vertx.createEventLoopContext();
    return new McpSession(context, listener -> channel(endpoint, context, listener), limits);
  }

  private Channel channel(
      McpEndpoint endpoint, ContextInternal context, Channel.Listener listener) {
    return switch (endpoint.transport()) {
      case McpTransport.Http(var url) ->
          new HttpChannel(http, guide, url, endpoint.secrets(), limits, context, listener);
      case McpTransport.Stdio stdio ->
          new StdioChannel(
              programs, new Program.Command(stdio, endpoint.secrets()), context, listener);
    };
  }

  private static void letGo(Held held) {
    held.session().context().runOnContext(ignored -> held.session().close());
  }

  private static <T> Future<T> refused(Throwable failure) {
    return Future.failedFuture(
        failure instanceof RpcError ? new McpCallFailed(McpFailure.REFUSED) : failure);
  }

  private static <T> Future<T> shown(Throwable failure) {
    return Future.failedFuture(
        failure instanceof RpcError said
            ? new ToolFailed(String.valueOf(said.getMessage()))
            : failure);
  }
}
