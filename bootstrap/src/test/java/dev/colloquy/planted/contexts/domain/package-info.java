/** Planted faults. */
@NullMarked
package dev.colloquy.planted.contexts.domain;

import org.jspecify.annotations.NullMarked;
