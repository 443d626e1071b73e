package dev.colloquy.bootstrap;

import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.security.MasterSecret;
import dev.colloquy.shared.adapter.security.SecretBox;
import dev.colloquy.shared.domain.AddressRules;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.adapter.llm.JsonSchemaArguments;
import dev.colloquy.tool.adapter.llm.fetch.FetchUrlTool;
import dev.colloquy.tool.adapter.llm.mcp.VertxMcpClient;
import dev.colloquy.tool.adapter.persistence.PgMcpServers;
import dev.colloquy.tool.adapter.persistence.PgToolPolicies;
import dev.colloquy.tool.adapter.security.BoxedSecretSafe;
import dev.colloquy.tool.application.AdministerToolsHandler;
import dev.colloquy.tool.application.BrowseMcpServersHandler;
import dev.colloquy.tool.application.BrowseToolsHandler;
import dev.colloquy.tool.application.CalculatorTool;
import dev.colloquy.tool.application.CurrentTimeTool;
import dev.colloquy.tool.application.InvokeToolHandler;
import dev.colloquy.tool.application.ManageMcpServersHandler;
import dev.colloquy.tool.application.McpCalls;
import dev.colloquy.tool.application.McpRelisting;
import dev.colloquy.tool.application.McpServerWatch;
import dev.colloquy.tool.application.RefreshMcpServerHandler;
import dev.colloquy.tool.application.ToolRegistry;
import dev.colloquy.tool.domain.McpRules;
import dev.colloquy.tool.domain.port.in.AdministerTools;
import dev.colloquy.tool.domain.port.in.BrowseMcpServers;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.tool.domain.port.in.ManageMcpServers;
import dev.colloquy.tool.domain.port.in.RefreshMcpServer;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.SecretSafe;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tool context, put together with the tools that it and others bring. */
@Singleton
final class ToolWiring {

  void start(@Observes StartupEvent started, McpServerWatch watch, Timers timers) {
    watch.start(timers);
  }

  @Produces
  @Singleton
  BuiltInTool currentTime(Clock clock) {
    return new CurrentTimeTool(clock);
  }

  @Produces
  @Singleton
  BuiltInTool calculator() {
    return new CalculatorTool();
  }

  @Produces
  @Singleton
  BuiltInTool fetchUrl(Vertx vertx, AddressRules rules) {
    return new FetchUrlTool(vertx, rules);
  }

  @Produces
  @Singleton
  McpRules mcpRules(
      AddressRules addresses,
      @ConfigProperty(name = "colloquy.mcp-stdio", defaultValue = "false") boolean programs) {
    return new McpRules(addresses, programs);
  }

  @Produces
  @Singleton
  McpClient mcpClient(Vertx vertx, McpRules rules) {
    return new VertxMcpClient(vertx, rules);
  }

  void close(@Disposes McpClient client) throws Exception {
    if (client instanceof AutoCloseable open) {
      open.close();
    }
  }

  @Produces
  @Singleton
  McpServers mcpServers(Sql sql, EventAppender events) {
    return new PgMcpServers(sql, events);
  }

  @Produces
  @Singleton
  ToolPolicies toolPolicies(Sql sql, EventAppender events) {
    return new PgToolPolicies(sql, events);
  }

  @Produces
  @Singleton
  SecretSafe secretSafe(MasterSecret secret, SecureRandom random) {
    return new BoxedSecretSafe(new SecretBox(secret, "what MCP servers get", random));
  }

  @Produces
  @Singleton
  McpCalls mcpCalls(
      UnitOfWork unitOfWork, McpServers servers, McpClient client, SecretSafe safe, Clock clock) {
    return new McpCalls(unitOfWork, servers, client, safe, clock);
  }

  @Produces
  @Singleton
  McpServerWatch mcpServerWatch(
      UnitOfWork unitOfWork,
      McpServers servers,
      McpClient client,
      McpCalls calls,
      Ids ids,
      Clock clock) {
    McpRelisting relisting = new McpRelisting(unitOfWork, servers, client, ids, clock);
    return new McpServerWatch(servers, client, calls, relisting);
  }

  @Produces
  @Singleton
  ToolRegistry registry(
      @All List<BuiltInTool> builtIn, McpServers servers, McpCalls calls, ToolPolicies policies) {
    return new ToolRegistry(builtIn, servers, calls, policies);
  }

  @Produces
  @Singleton
  BrowseMcpServers browseMcpServers(McpServers servers) {
    return new BrowseMcpServersHandler(servers);
  }

  @Produces
  @Singleton
  ManageMcpServers manageMcpServers(
      UnitOfWork unitOfWork,
      McpServers servers,
      McpClient client,
      SecretSafe safe,
      McpRules rules,
      Ids ids,
      Clock clock) {
    return new ManageMcpServersHandler(unitOfWork, servers, client, safe, rules, ids, clock);
  }

  @Produces
  @Singleton
  RefreshMcpServer refreshMcpServer(
      UnitOfWork unitOfWork, McpServers servers, McpClient client, McpCalls calls, Clock clock) {
    return new RefreshMcpServerHandler(unitOfWork, servers, client, calls, clock);
  }

  @Produces
  @Singleton
  AdministerTools administerTools(
      UnitOfWork unitOfWork, ToolRegistry tools, ToolPolicies policies, Clock clock) {
    return new AdministerToolsHandler(unitOfWork, tools, policies, clock);
  }

  @Produces
  @Singleton
  BrowseTools browseTools(ToolRegistry tools) {
    return new BrowseToolsHandler(tools);
  }

  @Produces
  @Singleton
  InvokeTool invokeTool(ToolRegistry tools, Timers timers) {
    return new InvokeToolHandler(tools, new JsonSchemaArguments(), timers);
  }
}
