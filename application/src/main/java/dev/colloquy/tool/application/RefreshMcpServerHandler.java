package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.port.in.RefreshMcpServer;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Asks a server what it offers and remembers it; the server's word changes nothing by itself. */
public final class RefreshMcpServerHandler implements RefreshMcpServer {

  private final UnitOfWork unitOfWork;
  private final McpServers servers;
  private final McpClient client;
  private final McpCalls calls;
  private final Clock clock;

  public RefreshMcpServerHandler(
      UnitOfWork unitOfWork, McpServers servers, McpClient client, McpCalls calls, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.servers = servers;
    this.client = client;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Outcome> handle(Actor.OfUser actor, McpServerId id) {
    return Administrators.only(actor)
        .thenCompose(administrator -> servers.find(id))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("MCP server")))
        .thenCompose(server -> asked(actor, server));
  }

  private CompletionStage<Outcome> asked(Actor actor, McpServer server) {
    Instant begun = clock.instant();
    return client
        .tools(calls.endpoint(server))
        .<Answer>thenApply(listing -> new Answer(Optional.of(listing), Optional.empty()))
        .exceptionallyCompose(RefreshMcpServerHandler::failed)
        .thenCompose(answer -> remembered(actor, server, answer, begun));
  }

  private static CompletionStage<Answer> failed(Throwable failure) {
    @Nullable Throwable cause =
        failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof McpCallFailed call
        ? CompletableFuture.completedStage(
            new Answer(Optional.empty(), Optional.of(call.failure())))
        : CompletableFuture.failedStage(failure);
  }

  private CompletionStage<Outcome> remembered(
      Actor actor, McpServer asked, Answer answer, Instant begun) {
    Instant now = clock.instant();
    McpServerCheck check = new McpServerCheck(now, Duration.between(begun, now), answer.failure());
    return unitOfWork.inTransaction(
        () ->
            servers
                .find(asked.id())
                .thenApply(found -> found.orElseThrow(() -> new NotFound("MCP server")))
                .thenApply(server -> refreshed(actor, asked, server, answer, check))
                .thenCompose(servers::saveOffer)
                .thenApply(server -> new Outcome(server, check, answer.leftOut())));
  }

  private static Change<McpServer> refreshed(
      Actor actor, McpServer asked, McpServer now, Answer answer, McpServerCheck check) {
    if (now.version() != asked.version()) {
      throw new Conflict("The server was set up otherwise meanwhile; ask again.");
    }
    return answer
        .listing()
        .map(it -> now.refreshed(actor, it.tools(), check))
        .orElseGet(() -> now.checked(actor, check));
  }

  /** What came of asking: one or the other. */
  private record Answer(Optional<McpClient.Listing> listing, Optional<McpFailure> failure) {

    List<String> leftOut() {
      return listing.map(McpClient.Listing::leftOut).orElse(List.of());
    }
  }
}
