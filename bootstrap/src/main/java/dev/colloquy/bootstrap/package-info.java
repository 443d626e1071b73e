/** Puts the application together: configuration, wiring, start and stop. */
@NullMarked
package dev.colloquy.bootstrap;

import org.jspecify.annotations.NullMarked;
