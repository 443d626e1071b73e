/** Reads JSON bodies strictly: everything that is wrong is found, pointed at and told at once. */
@NullMarked
package dev.colloquy.shared.adapter.rest.body;

import org.jspecify.annotations.NullMarked;
