/** Runs: their states, who holds them, and what their streams tell. */
@NullMarked
package dev.colloquy.run.domain;

import org.jspecify.annotations.NullMarked;
