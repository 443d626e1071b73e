/** Planted faults. */
@NullMarked
package dev.colloquy.planted.edge.adapter.rest;

import org.jspecify.annotations.NullMarked;
