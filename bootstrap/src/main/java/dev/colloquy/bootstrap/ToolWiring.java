package dev.colloquy.bootstrap;

import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.tool.adapter.llm.JsonSchemaArguments;
import dev.colloquy.tool.application.BrowseToolsHandler;
import dev.colloquy.tool.application.CalculatorTool;
import dev.colloquy.tool.application.CurrentTimeTool;
import dev.colloquy.tool.application.InvokeToolHandler;
import dev.colloquy.tool.application.ToolRegistry;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import dev.colloquy.tool.domain.port.in.InvokeTool;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The tool context, put together with the tools that it and others bring. */
@Singleton
final class ToolWiring {

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
  ToolRegistry registry(@All List<BuiltInTool> builtIn) {
    return new ToolRegistry(builtIn);
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
