/** What calls to other people's servers have in common: where they may go, and what is read. */
@NullMarked
package dev.colloquy.shared.adapter.llm;

import org.jspecify.annotations.NullMarked;
