/** Models held to their port: by scripts, by servers that misbehave, and by real transcripts. */
@NullMarked
package dev.colloquy.model.adapter.llm;

import org.jspecify.annotations.NullMarked;
