/** Which models there are and which one is meant. */
@NullMarked
package dev.colloquy.model.application;

import org.jspecify.annotations.NullMarked;
