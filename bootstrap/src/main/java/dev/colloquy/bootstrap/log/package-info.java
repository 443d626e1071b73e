/** How a line of the log looks for machines: one JSON object each. */
@NullMarked
package dev.colloquy.bootstrap.log;

import org.jspecify.annotations.NullMarked;
