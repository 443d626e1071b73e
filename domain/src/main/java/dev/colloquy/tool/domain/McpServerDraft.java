package dev.colloquy.tool.domain;

/**
 * Everything about an MCP server that an administrator writes, but for what is secret.
 *
 * @param enabled whether its tools are there
 * @param needsApproval whether somebody has to allow each call of a tool of it that a model asks
 *     for, unless something else is said of the tool
 */
public record McpServerDraft(
    McpServerName name, McpTransport transport, boolean enabled, boolean needsApproval) {}
