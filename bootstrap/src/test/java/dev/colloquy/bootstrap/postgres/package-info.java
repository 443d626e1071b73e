/** Proves that the embedded database keeps what it confirmed and leaves nothing behind. */
@NullMarked
package dev.colloquy.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
