/** What MCP servers get, sealed. */
@NullMarked
package dev.colloquy.tool.adapter.security;

import org.jspecify.annotations.NullMarked;
