package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.tool.domain.Tool;
import dev.colloquy.tool.domain.ToolName;
import dev.colloquy.tool.domain.port.out.BuiltInTool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All tools, each under one name. */
public final class ToolRegistry {

  private final Map<ToolName, BuiltInTool> tools = new TreeMap<>();

  /** Throws {@link IllegalStateException} where two have one name. */
  public ToolRegistry(List<BuiltInTool> builtIn) {
    for (BuiltInTool each : builtIn) {
      if (tools.put(each.tool().name(), each) != null) {
        throw new IllegalStateException("two tools are called " + each.tool().name());
      }
    }
  }

  /** All of them, by name. */
  List<Tool> all() {
    return tools.values().stream().map(BuiltInTool::tool).toList();
  }

  /** Fails with {@link NotFound}. */
  BuiltInTool get(String idOrName) {
    return tools.values().stream()
        .filter(it -> isMeant(it.tool(), idOrName))
        .findFirst()
        .orElseThrow(() -> new NotFound("tool"));
  }

  /** Fails with {@link AccessDenied} where an API key lacks the scope. */
  static void demand(Actor.OfUser actor, KeyScope scope) {
    if (!actor.has(scope)) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
  }

  private static boolean isMeant(Tool tool, String idOrName) {
    return tool.name().value().equals(idOrName) || tool.id().toString().equals(idOrName);
  }
}
