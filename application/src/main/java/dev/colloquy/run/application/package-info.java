/** Starting, following and ending runs, and the work on them. */
@NullMarked
package dev.colloquy.run.application;

import org.jspecify.annotations.NullMarked;
