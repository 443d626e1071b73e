/** What calls to other servers have in common, held to its rules. */
@NullMarked
package dev.colloquy.shared.adapter.llm;

import org.jspecify.annotations.NullMarked;
