/** Planted faults. */
@NullMarked
package dev.colloquy.planted.ports.application;

import org.jspecify.annotations.NullMarked;
