/** Fetching, held to what must be refused. */
@NullMarked
package dev.colloquy.tool.adapter.llm.fetch;

import org.jspecify.annotations.NullMarked;
