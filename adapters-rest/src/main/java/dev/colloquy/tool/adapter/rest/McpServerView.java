package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpTransport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server. What belongs to the other transport is null.
 *
 * @param headerNames of what is sent with each request; the values are never shown
 * @param environmentNames of all variables that the program gets
 * @param tools their names, as the server told them when it was last asked
 * @param lastCheck null where it was never asked
 */
record McpServerView(
    UUID id,
    String name,
    String transport,
    @Nullable String url,
    @Nullable Collection<String> headerNames,
    @Nullable String command,
    @Nullable List<String> arguments,
    @Nullable Collection<String> environmentNames,
    boolean enabled,
    boolean requiresApproval,
    List<String> tools,
    @Nullable McpServerCheckView lastCheck,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static McpServerView of(McpServer it) {
    McpServerDraft draft = it.draft();
    boolean program = draft.transport() instanceof McpTransport.Stdio;
    Collection<String> secrets = it.secrets().names();
    return new McpServerView(
        it.id().value(),
        draft.name().value(),
        Text.of(draft.transport().kind()),
        draft.transport() instanceof McpTransport.Http(var url) ? url.toString() : null,
        program ? null : secrets,
        draft.transport() instanceof McpTransport.Stdio(var command, var rest) ? command : null,
        draft.transport() instanceof McpTransport.Stdio(var command, var rest) ? rest : null,
        program ? secrets : null,
        draft.enabled(),
        draft.needsApproval(),
        it.tools().keySet().stream().map(tool -> tool.name().value()).toList(),
        it.lastCheck().map(McpServerCheckView::of).orElse(null),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}
