/** The edge's common ground: reading bodies strictly, rendering problems, authentication. */
@NullMarked
package dev.colloquy.shared.adapter.rest;

import org.jspecify.annotations.NullMarked;
