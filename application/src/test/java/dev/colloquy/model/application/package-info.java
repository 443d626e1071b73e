/** How models are found, shown and asked. */
@NullMarked
package dev.colloquy.model.application;

import org.jspecify.annotations.NullMarked;
