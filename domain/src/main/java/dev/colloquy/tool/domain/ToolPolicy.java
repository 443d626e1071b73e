package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator has said of one tool.
 *
 * @param enabled whether it is there
 * @param approval whether somebody has to allow each call that a model asks for; as usual for the
 *     tool where empty
 * @param server the MCP server that offers it, with which this goes too; empty for others
 * @param version 0 where nothing was said yet, then raised by one with every change
 */
public record ToolPolicy(
    ToolId tool,
    boolean enabled,
    Optional<Boolean> approval,
    Optional<McpServerId> server,
    long version) {

  /** Nothing was said of the tool. */
  public static ToolPolicy usual(ToolId tool, Optional<McpServerId> server) {
    return new ToolPolicy(tool, true, Optional.empty(), server, 0);
  }

  /** The tool as this lets it be. */
  public Tool applied(Tool usual) {
    return approval.orElse(usual.needsApproval()) ? usual.withApproval() : usual.withoutApproval();
  }

  /**
   * Says something else; the same again is no change.
   *
   * @param usual the tool as it is where nothing is said
   */
  public Change<ToolPolicy> edit(
      Actor actor, Tool usual, boolean nowEnabled, Optional<Boolean> nowApproval, Instant now) {
    if (nowEnabled == enabled && nowApproval.equals(approval)) {
      return Change.nothing(this);
    }
    ToolPolicy edited = new ToolPolicy(tool, nowEnabled, nowApproval, server, version + 1);
    return Change.of(
        edited, new ToolEvent.Updated(actor, now, new AdministeredTool(usual, edited)));
  }
}
