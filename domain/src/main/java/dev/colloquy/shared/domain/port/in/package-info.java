/** Abilities that serve the edge of every context alike. */
@NullMarked
package dev.colloquy.shared.domain.port.in;

import org.jspecify.annotations.NullMarked;
