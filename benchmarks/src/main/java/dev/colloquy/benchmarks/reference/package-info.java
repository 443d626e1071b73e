/** The least that can be put before the same statements: a bare HTTP server and a pool. */
@NullMarked
package dev.colloquy.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
