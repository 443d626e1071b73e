package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolId;
import dev.colloquy.tool.domain.ToolName;
import dev.colloquy.tool.domain.ToolPolicy;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** All tools, each under one name: those that Colloquy has itself, and those of MCP servers. */
public final class ToolRegistry {

  private final Map<ToolName, BuiltInTool> builtIn = new TreeMap<>();
  private final McpServers servers;
  private final McpCalls calls;
  private final ToolPolicies policies;

  /** Throws {@link IllegalStateException} where two have one name. */
  public ToolRegistry(
      List<BuiltInTool> builtIn, McpServers servers, McpCalls calls, ToolPolicies policies) {
    this.servers = servers;
    this.calls = calls;
    this.policies = policies;
    for (BuiltInTool each : builtIn) {
      if (this.builtIn.put(each.tool().name(), each) != null) {
        throw new IllegalStateException("two tools are called " + each.tool().name());
      }
    }
  }

  /** Those that are there for models and people, by name. */
  CompletionStage<List<Tool>> available() {
    return all()
        .thenApply(
            all -> all.stream().filter(RegisteredTool::isThere).map(RegisteredTool::tool).toList());
  }

  /** One of those that are there. Fails with {@link NotFound}. */
  CompletionStage<RegisteredTool> available(String idOrName) {
    return all().thenApply(all -> found(all.stream().filter(RegisteredTool::isThere), idOrName));
  }

  /** One of all. Fails with {@link NotFound}. */
  CompletionStage<RegisteredTool> any(String idOrName) {
    return all().thenApply(all -> found(all.stream(), idOrName));
  }

  /** All there are, by name, whether they are there for anybody or not. */
  CompletionStage<List<RegisteredTool>> all() {
    return policies
        .all()
        .thenCompose(said -> servers.all().thenApply(known -> registered(known, said)));
  }

  /** Fails with {@link AccessDenied} where an API key lacks the scope. */
  static void demand(Actor.OfUser actor, KeyScope scope) {
    if (!actor.has(scope)) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
  }

  private List<RegisteredTool> registered(List<McpServer> known, Map<ToolId, ToolPolicy> said) {
    return Stream.concat(
            builtIn.values().stream().map(it -> ofColloquy(it, said)),
            known.stream().flatMap(it -> ofServer(it, said)))
        .sorted(Comparator.comparing(RegisteredTool::name))
        .toList();
  }

  private static RegisteredTool ofColloquy(BuiltInTool it, Map<ToolId, ToolPolicy> said) {
    return new RegisteredTool(
        administered(it.tool(), Optional.empty(), said),
        true,
        (actor, arguments, calledOff) -> it.call(actor, arguments));
  }

  private Stream<RegisteredTool> ofServer(McpServer server, Map<ToolId, ToolPolicy> said) {
    return server.tools().entrySet().stream()
        .map(
            each ->
                new RegisteredTool(
                    administered(each.getKey(), Optional.of(server), said),
                    server.draft().enabled(),
                    (actor, arguments, calledOff) ->
                        calls.call(actor, server, each.getValue(), arguments, calledOff)));
  }

  private static AdministeredTool administered(
      Tool tool, Optional<McpServer> server, Map<ToolId, ToolPolicy> said) {
    ToolPolicy policy = said.get(tool.id());
    return new AdministeredTool(
        tool, policy == null ? ToolPolicy.usual(tool.id(), server.map(McpServer::id)) : policy);
  }

  private static RegisteredTool found(Stream<RegisteredTool> tools, String idOrName) {
    return tools
        .filter(it -> it.isMeantBy(idOrName))
        .findFirst()
        .orElseThrow(() -> new NotFound("tool"));
  }
}
