/** Starts and ends Colloquy, in parts and as a whole, where things are not as they should be. */
@NullMarked
package dev.colloquy.bootstrap.start;

import org.jspecify.annotations.NullMarked;
