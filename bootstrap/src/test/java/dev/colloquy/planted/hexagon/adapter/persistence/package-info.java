/** Planted faults. */
@NullMarked
package dev.colloquy.planted.hexagon.adapter.persistence;

import org.jspecify.annotations.NullMarked;
