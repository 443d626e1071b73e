/** Vert.x as a machine room: workers, timers, the clock and identifiers. */
@NullMarked
package dev.colloquy.shared.adapter.runtime;

import org.jspecify.annotations.NullMarked;
