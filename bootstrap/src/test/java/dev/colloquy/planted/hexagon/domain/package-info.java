/** Planted faults. */
@NullMarked
package dev.colloquy.planted.hexagon.domain;

import org.jspecify.annotations.NullMarked;
