/** Very many readers of streams who cost next to nothing, in a process of their own. */
@NullMarked
package dev.colloquy.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
