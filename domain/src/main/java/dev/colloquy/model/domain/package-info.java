/** Providers and their models; a call of one, and what it answers piece by piece. */
@NullMarked
package dev.colloquy.model.domain;

import org.jspecify.annotations.NullMarked;
