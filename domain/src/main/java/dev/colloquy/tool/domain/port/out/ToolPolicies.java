package dev.colloquy.tool.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.tool.domain.ToolId;
import dev.colloquy.tool.domain.ToolPolicy;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What administrators have said of tools. Changes only inside a unit of work, with their events.
 */
public interface ToolPolicies {

  /** All that was said. */
  CompletionStage<Map<ToolId, ToolPolicy>> all();

  /**
   * Writes what is said of a tool now, or nothing where nothing changed.
   *
   * @return fails with {@code Conflict} where it was changed since it was read
   */
  CompletionStage<ToolPolicy> save(Change<ToolPolicy> changed);
}
