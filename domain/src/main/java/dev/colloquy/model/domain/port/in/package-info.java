/** What others ask of this context: which models there are, and which one is meant. */
@NullMarked
package dev.colloquy.model.domain.port.in;

import org.jspecify.annotations.NullMarked;
