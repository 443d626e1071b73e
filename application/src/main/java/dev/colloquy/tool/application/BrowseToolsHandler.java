package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.port.in.BrowseTools;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads tools for whoever is logged in, and for keys that may read. */
public final class BrowseToolsHandler implements BrowseTools {

  private final ToolRegistry tools;

  public BrowseToolsHandler(ToolRegistry tools) {
    this.tools = tools;
  }

  @Override
  public CompletionStage<List<Tool>> list(Actor.OfUser actor) {
    return CompletableFuture.completedStage(actor)
        .thenAccept(asking -> ToolRegistry.demand(asking, KeyScope.READ))
        .thenCompose(allowed -> tools.available());
  }

  @Override
  public CompletionStage<Tool> get(Actor.OfUser actor, String idOrName) {
    return CompletableFuture.completedStage(actor)
        .thenAccept(asking -> ToolRegistry.demand(asking, KeyScope.READ))
        .thenCompose(allowed -> tools.available(idOrName))
        .thenApply(RegisteredTool::tool);
  }
}
