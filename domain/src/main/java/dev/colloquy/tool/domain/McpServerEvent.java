package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to an MCP server; administrators see it. Of its secrets there are the names. */
public sealed interface McpServerEvent extends DomainEvent {

  /** The server after the change. */
  McpServer server();

  @Override
  default Subject subject() {
    return new Subject("mcp_server", server().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    McpServerDraft draft = server().draft();
    Snapshot snapshot =
        new Snapshot()
            .with("id", server().id())
            .with("name", draft.name())
            .with("transport", draft.transport().kind());
    transport(snapshot);
    return snapshot
        .with("enabled", draft.enabled())
        .with("requires_approval", draft.needsApproval())
        .with("tools", server().tools().keySet().stream().map(Tool::name).toList())
        .with("last_check", server().lastCheck().map(McpServerEvent::check))
        .with("created_at", server().createdAt())
        .with("updated_at", server().updatedAt())
        .with("version", server().version())
        .toMap();
  }

  private void transport(Snapshot snapshot) {
    switch (server().draft().transport()) {
      case McpTransport.Http(var url) ->
          snapshot
              .with("url", url)
              .with("header_names", server().secrets().names())
              .with("command", null)
              .with("arguments", null)
              .with("environment_names", null);
      case McpTransport.Stdio(var command, var arguments) ->
          snapshot
              .with("url", null)
              .with("header_names", null)
              .with("command", command)
              .with("arguments", arguments)
              .with("environment_names", server().secrets().names());
    }
  }

  private static Map<String, @Nullable Object> check(McpServerCheck check) {
    return new Snapshot()
        .with("checked_at", check.at())
        .with("ok", check.isOk())
        .with("latency_ms", check.latency().toMillis())
        .with("error", check.failure().map(McpServerEvent::failure))
        .toMap();
  }

  private static Map<String, @Nullable Object> failure(McpFailure failure) {
    return new Snapshot().with("code", failure.code()).with("detail", failure.sentence()).toMap();
  }

  /** It was set up. */
  record Created(Actor actor, Instant occurredAt, McpServer server) implements McpServerEvent {

    @Override
    public String type() {
      return "mcp_server.created";
    }
  }

  /** It was set up otherwise, or has other secrets. */
  record Updated(Actor actor, Instant occurredAt, McpServer server) implements McpServerEvent {

    @Override
    public String type() {
      return "mcp_server.updated";
    }
  }

  /**
   * It was asked what it offers, or said that this changed; or it answers runs no more, or again.
   */
  record Checked(Actor actor, Instant occurredAt, McpServer server) implements McpServerEvent {

    @Override
    public String type() {
      return "mcp_server.checked";
    }
  }

  /** It is gone. */
  record Deleted(Actor actor, Instant occurredAt, McpServer server) implements McpServerEvent {

    @Override
    public String type() {
      return "mcp_server.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", server().id()).toMap();
    }
  }
}
