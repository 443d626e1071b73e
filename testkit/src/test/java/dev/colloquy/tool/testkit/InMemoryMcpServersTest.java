package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.port.out.McpServers;
import dev.colloquy.tool.domain.port.out.ToolPolicies;

final class InMemoryMcpServersTest implements McpServersContract {

  private final InMemoryTools tools = new InMemoryTools();

  @Override
  public UnitOfWork unitOfWork() {
    return tools.unitOfWork();
  }

  @Override
  public McpServers servers() {
    return tools.servers();
  }

  @Override
  public ToolPolicies policies() {
    return tools.policies();
  }

  @Override
  public Actor.OfUser administrator() {
    return Actors.administrator();
  }
}
