/** Planted faults. */
@NullMarked
package dev.colloquy.planted.edge.domain;

import org.jspecify.annotations.NullMarked;
