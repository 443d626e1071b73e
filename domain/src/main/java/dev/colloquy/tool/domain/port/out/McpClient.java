package dev.colloquy.tool.domain.port.out;

import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with MCP servers. Connects when first asked and again where a connection was lost; what it
 * holds of a server that is called otherwise now, it lets go. Stages complete on the caller's
 * context and fail with {@code McpCallFailed}.
 */
public interface McpClient {

  /** How long a server may take to tell what it offers, connecting included. */
  Duration LISTING = Duration.ofSeconds(15);

  /** The most tools of a server that are looked at. */
  int MOST_TOOLS = 200;

  /** What the server offers, within {@link #LISTING}. */
  CompletionStage<Listing> tools(McpEndpoint endpoint);

  /**
   * Calls a tool, once and no second time: a call that was sent and not answered is a failure.
   *
   * @return what a model is to read; fails with {@code ToolFailed} too, where the tool says that it
   *     failed, and with {@code CancellationException} where the call was called off
   */
  CompletionStage<String> call(McpEndpoint endpoint, Call call);

  /** Lets go of whatever connects with the server; calls under way fail, and a program ends. */
  void forget(McpServerId server);

  /** The same, where the server is still called so. */
  void forget(McpEndpoint endpoint);

  /** What it may be connected with while no call is under way. Answers at once, from memory. */
  List<McpEndpoint> unused();

  /**
   * Who may offer something else than it last told: it has said so, or is one that would say so and
   * was connected with since. Whoever is asked what it offers is none of them any more. Answers at
   * once, from memory.
   */
  List<McpEndpoint> changed();

  /**
   * What a server offers.
   *
   * @param tools in its order, at most {@link #MOST_TOOLS}
   * @param leftOut names of tools that cannot be offered to models as they are
   */
  record Listing(List<McpTool> tools, List<String> leftOut) {

    public Listing {
      tools = List.copyOf(tools);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A call of a tool.
   *
   * @param tool the server's own name for it
   * @param patience how long it may take, connecting included; then the server is told that nobody
   *     waits any more
   * @param calledOff once this completes, nobody waits any more either
   */
  record Call(
      String tool,
      Map<String, @Nullable Object> arguments,
      Duration patience,
      CompletionStage<?> calledOff) {}
}
