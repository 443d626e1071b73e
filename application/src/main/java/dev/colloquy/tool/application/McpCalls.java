package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import dev.colloquy.tool.domain.ToolException.ToolTimedOut;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls tools of MCP servers, and remembers where one answers no more, or again. */
public final class McpCalls {

  private final UnitOfWork unitOfWork;
  private final McpServers servers;
  private final McpClient client;
  private final SecretSafe safe;
  private final Clock clock;

  public McpCalls(
      UnitOfWork unitOfWork, McpServers servers, McpClient client, SecretSafe safe, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.servers = servers;
    this.client = client;
    this.safe = safe;
    this.clock = clock;
  }

  /** What the tool answers; fails with {@code ToolFailed} or {@code ToolTimedOut}. */
  CompletionStage<String> call(
      Actor actor,
      McpServer server,
      String tool,
      Map<String, @Nullable Object> arguments,
      CompletionStage<?> calledOff) {
    Instant begun = clock.instant();
    return CompletableFuture.completedStage(server)
        .thenApply(this::endpoint)
        .thenCompose(
            endpoint ->
                client.call(
                    endpoint,
                    new McpClient.Call(tool, arguments, InvokeTool.MAX_DURATION, calledOff)))
        .handle((answer, failure) -> told(actor, server, begun, answer, failure))
        .thenCompose(it -> it);
  }

  /**
   * How the server is called. Fails with {@link IllegalStateException} where a secret is not ours.
   */
  McpEndpoint endpoint(McpServer server) {
    return new McpEndpoint(
        server.id(),
        server.draft().transport(),
        safe.open(server.id(), server.secrets())
            .orElseThrow(
                () -> new IllegalStateException("an MCP server's secret cannot be opened")));
  }

  /** Whether the endpoint is where the server is called now, if it is called at all. */
  boolean reaches(McpEndpoint endpoint, McpServer server) {
    return server.id().equals(endpoint.server())
        && server.draft().enabled()
        && server.draft().transport().equals(endpoint.transport())
        && safe.open(server.id(), server.secrets()).equals(Optional.of(endpoint.secrets()));
  }

  private CompletionStage<String> told(
      Actor actor,
      McpServer server,
      Instant begun,
      @Nullable String answer,
      @Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    Optional<McpFailure> fault =
        cause instanceof McpCallFailed call ? Optional.of(call.failure()) : Optional.empty();
    boolean heard = fault.isPresent() || cause == null || cause instanceof ToolFailed;
    CompletionStage<Void> noted =
        heard ? noted(actor, server, begun, fault) : CompletableFuture.completedStage(null);
    return noted.thenCompose(
        done ->
            cause == null
                ? CompletableFuture.completedStage(answer)
                : CompletableFuture.failedStage(shown(cause)));
  }

  private static Throwable shown(Throwable cause) {
    if (!(cause instanceof McpCallFailed call)) {
      return cause;
    }
    return call.failure() == McpFailure.TIMEOUT
        ? new ToolTimedOut()
        : new ToolFailed(call.failure().sentence());
  }

  /** Only what is news is written; that it cannot be written is no failure of the call. */
  private CompletionStage<Void> noted(
      Actor actor, McpServer server, Instant begun, Optional<McpFailure> fault) {
    boolean news =
        server.lastCheck().map(it -> !it.failure().equals(fault)).orElse(fault.isPresent());
    if (!news) {
      return CompletableFuture.completedStage(null);
    }
    Instant now = clock.instant();
    McpServerCheck check = new McpServerCheck(now, Duration.between(begun, now), fault);
    return unitOfWork
        .inTransaction(
            () ->
                servers
                    .find(server.id())
                    .thenApply(found -> found.orElse(server).checked(actor, check))
                    .thenCompose(servers::saveCheck))
        .handle((saved, failure) -> null);
  }
}
