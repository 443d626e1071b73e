/** The feed in memory holds to its contract. */
@NullMarked
package dev.colloquy.event.testkit;

import org.jspecify.annotations.NullMarked;
