/** A feed in memory, what every feed must hold to, and people and events to try it with. */
@NullMarked
package dev.colloquy.event.testkit;

import org.jspecify.annotations.NullMarked;
