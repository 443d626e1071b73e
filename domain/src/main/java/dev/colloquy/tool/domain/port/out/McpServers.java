package dev.colloquy.tool.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The MCP servers that are set up here. Changes only inside a unit of work, with their events. */
public interface McpServers {

  /** How many there may be. */
  int MOST = 200;

  CompletionStage<Optional<McpServer>> find(McpServerId id);

  /** In the order of their ids, which is that of their setting up. */
  CompletionStage<Page<McpServer>> list(PageRequest page);

  /** All of them, the first {@link #MOST}, in the order of their ids. */
  CompletionStage<List<McpServer>> all();

  /**
   * Writes a new server.
   *
   * @return fails with {@code Duplicate} where another one has the name, with {@code
   *     McpServerLimitExceeded} where there are {@link #MOST}
   */
  CompletionStage<McpServer> add(Change<McpServer> added);

  /**
   * Writes a changed server, or nothing where nothing changed.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     Duplicate} where another one has the name
   */
  CompletionStage<McpServer> save(Change<McpServer> changed);

  /**
   * Writes what a server offers and how it did when asked, and nothing else of it.
   *
   * @return fails with {@code Conflict} where it was changed since it was read
   */
  CompletionStage<McpServer> saveOffer(Change<McpServer> refreshed);

  /** Writes how a server did when it was called, and nothing else of it. */
  CompletionStage<McpServer> saveCheck(Change<McpServer> checked);

  /**
   * Takes a server away, with what was said of its tools.
   *
   * @return fails with {@code Conflict} where it was changed since it was read
   */
  CompletionStage<Void> remove(Change<McpServer> deleted);
}
