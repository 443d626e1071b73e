/** Brings Colloquy up and down: data directory, database, then the application, and back again. */
@NullMarked
package dev.colloquy.bootstrap.start;

import org.jspecify.annotations.NullMarked;
