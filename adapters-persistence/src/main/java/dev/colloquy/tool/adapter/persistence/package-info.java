/** MCP servers, and what was said of tools, as rows. */
@NullMarked
package dev.colloquy.tool.adapter.persistence;

import org.jspecify.annotations.NullMarked;
