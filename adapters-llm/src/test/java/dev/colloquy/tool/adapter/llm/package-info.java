/** Tests of what tools are called with. */
@NullMarked
package dev.colloquy.tool.adapter.llm;

import org.jspecify.annotations.NullMarked;
