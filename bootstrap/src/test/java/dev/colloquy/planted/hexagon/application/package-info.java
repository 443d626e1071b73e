/** Planted faults. */
@NullMarked
package dev.colloquy.planted.hexagon.application;

import org.jspecify.annotations.NullMarked;
