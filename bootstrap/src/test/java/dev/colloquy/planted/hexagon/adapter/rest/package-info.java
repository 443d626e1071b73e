/** Planted faults. */
@NullMarked
package dev.colloquy.planted.hexagon.adapter.rest;

import org.jspecify.annotations.NullMarked;
