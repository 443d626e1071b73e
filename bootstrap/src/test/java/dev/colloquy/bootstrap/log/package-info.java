/** Reads the log's lines as a machine would. */
@NullMarked
package dev.colloquy.bootstrap.log;

import org.jspecify.annotations.NullMarked;
