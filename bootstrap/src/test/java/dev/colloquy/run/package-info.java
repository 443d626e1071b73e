/** Runs over HTTP and over nodes. */
@NullMarked
package dev.colloquy.run;

import org.jspecify.annotations.NullMarked;
