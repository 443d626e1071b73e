/** What models write when they call tools, held against what the tools take. */
@NullMarked
package dev.colloquy.tool.adapter.llm;

import org.jspecify.annotations.NullMarked;
