/** One command that measures Colloquy against what it is built on, side by side, and says so. */
@NullMarked
package dev.colloquy.benchmarks;

import org.jspecify.annotations.NullMarked;
