/** How fast the database alone runs the product's statements: what no server can exceed. */
@NullMarked
package dev.colloquy.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
