package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a tool; administrators see it. */
public sealed interface ToolEvent extends DomainEvent {

  /** The tool after the change. */
  AdministeredTool tool();

  @Override
  default Subject subject() {
    return new Subject("tool", tool().usual().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", tool().usual().id())
        .with("name", tool().usual().name())
        .with("source", tool().usual().source())
        .with("mcp_server_id", tool().policy().server())
        .with("enabled", tool().policy().enabled())
        .with("requires_approval", tool().tool().needsApproval())
        .with("version", tool().policy().version())
        .toMap();
  }

  /** An administrator said something of it. */
  record Updated(Actor actor, Instant occurredAt, AdministeredTool tool) implements ToolEvent {

    @Override
    public String type() {
      return "tool.updated";
    }
  }
}
