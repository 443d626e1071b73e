/** Planted faults. */
@NullMarked
package dev.colloquy.planted.ports.domain.port.in;

import org.jspecify.annotations.NullMarked;
