/** Providers and models, as administrators set them up and as runs use them. */
@NullMarked
package dev.colloquy.model;

import org.jspecify.annotations.NullMarked;
