/** Clients that send requests, check every answer and note how long each took. */
@NullMarked
package dev.colloquy.benchmarks.load;

import org.jspecify.annotations.NullMarked;
