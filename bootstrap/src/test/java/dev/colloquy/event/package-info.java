/** The feed on a real PostgreSQL: its contract, its sequencer, its streams. */
@NullMarked
package dev.colloquy.event;

import org.jspecify.annotations.NullMarked;
