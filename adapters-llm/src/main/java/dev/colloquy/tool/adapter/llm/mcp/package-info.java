/**
 * The Model Context Protocol (2025-11-25) as far as tools go, over streamable HTTP and over a
 * program's standard input and output; bounded in time and size, and told when nobody waits.
 */
@NullMarked
package dev.colloquy.tool.adapter.llm.mcp;

import org.jspecify.annotations.NullMarked;
