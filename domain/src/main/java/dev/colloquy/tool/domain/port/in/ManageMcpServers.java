package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Sets MCP servers up; for administrators. Fails with {@code AccessDenied} for everybody else, with
 * {@code ValidationError} where it may not be called so, and with {@code Duplicate} where another
 * server has the name.
 */
public interface ManageMcpServers {

  /** Fails with {@code McpServerLimitExceeded} too. */
  CompletionStage<McpServer> create(Create command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code Conflict} too. */
  CompletionStage<McpServer> edit(Edit command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code Conflict} too. */
  CompletionStage<Void> delete(Delete command);

  /**
   * A new server.
   *
   * @param secrets its headers or variables; nobody sees them again
   */
  record Create(Actor.OfUser actor, McpServerDraft draft, Map<String, McpSecret> secrets) {}

  /**
   * A change of a server.
   *
   * @param edit what becomes of its contents
   * @param secrets those that change; empty ones are taken away
   */
  record Edit(
      Actor.OfUser actor,
      McpServerId server,
      UnaryOperator<McpServerDraft> edit,
      Map<String, Optional<McpSecret>> secrets,
      Precondition precondition) {}

  /** The end of a server. */
  record Delete(Actor.OfUser actor, McpServerId server, Precondition precondition) {}
}
