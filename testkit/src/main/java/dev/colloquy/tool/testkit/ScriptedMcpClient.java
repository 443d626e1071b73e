package dev.colloquy.tool.testkit;

import dev.colloquy.tool.domain.McpCallFailed;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpFailure;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.port.out.McpClient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A client whose servers say what a test lets them say. */
public final class ScriptedMcpClient implements McpClient {

  private final List<Asked> calls = new ArrayList<>();
  private final List<McpEndpoint> listed = new ArrayList<>();
  private final Set<McpEndpoint> connected = new LinkedHashSet<>();
  private final List<McpServerId> forgotten = new ArrayList<>();
  private final Set<McpEndpoint> changed = new LinkedHashSet<>();
  private CompletableFuture<Listing> listing =
      CompletableFuture.failedFuture(new McpCallFailed(McpFailure.UNAVAILABLE));

  /** A call, and what is to become of it. */
  public record Asked(McpEndpoint endpoint, Call call, CompletableFuture<String> answer) {}

  /** From now on, servers offer these tools. */
  public ScriptedMcpClient offering(McpTool... tools) {
    return listing(CompletableFuture.completedFuture(new Listing(List.of(tools), List.of())));
  }

  /** From now on, this becomes of asking what there is. */
  public ScriptedMcpClient listing(CompletableFuture<Listing> outcome) {
    listing = outcome;
    return this;
  }

  @Override
  public CompletionStage<Listing> tools(McpEndpoint endpoint) {
    listed.add(endpoint);
    connected.add(endpoint);
    changed.remove(endpoint);
    return listing.copy();
  }

  @Override
  public CompletionStage<String> call(McpEndpoint endpoint, Call call) {
    Asked asked = new Asked(endpoint, call, new CompletableFuture<>());
    calls.add(asked);
    connected.add(endpoint);
    return asked.answer();
  }

  @Override
  public void forget(McpServerId server) {
    forgotten.add(server);
    connected.removeIf(it -> it.server().equals(server));
  }

  @Override
  public void forget(McpEndpoint endpoint) {
    if (connected.remove(endpoint)) {
      forgotten.add(endpoint.server());
    }
  }

  @Override
  public List<McpEndpoint> unused() {
    return List.copyOf(connected);
  }

  @Override
  public List<McpEndpoint> changed() {
    return List.copyOf(changed);
  }

  /** A server says that it offers something else. */
  public void announce(McpEndpoint server) {
    changed.add(server);
  }

  /** All calls so far. */
  public List<Asked> calls() {
    return List.copyOf(calls);
  }

  /** Who was asked what it offers. */
  public List<McpEndpoint> listed() {
    return List.copyOf(listed);
  }

  /** Whom it was to let go of. */
  public List<McpServerId> forgotten() {
    return List.copyOf(forgotten);
  }
}
