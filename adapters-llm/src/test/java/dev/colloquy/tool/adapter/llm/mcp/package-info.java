/** MCP held to real servers, also to some that misbehave. */
@NullMarked
package dev.colloquy.tool.adapter.llm.mcp;

import org.jspecify.annotations.NullMarked;
