/** What somebody would take instead, set up to do the same work on the same database server. */
@NullMarked
package dev.colloquy.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
