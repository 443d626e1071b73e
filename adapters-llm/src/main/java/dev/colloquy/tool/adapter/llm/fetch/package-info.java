/** Pages of the web, fetched from public addresses alone. */
@NullMarked
package dev.colloquy.tool.adapter.llm.fetch;

import org.jspecify.annotations.NullMarked;
