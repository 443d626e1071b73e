/** Runs from being asked for to their end, on in-memory adapters. */
@NullMarked
package dev.colloquy.run.application;

import org.jspecify.annotations.NullMarked;
