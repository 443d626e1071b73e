/** The processes that are measured: started, watched and stopped. */
@NullMarked
package dev.colloquy.benchmarks.system;

import org.jspecify.annotations.NullMarked;
