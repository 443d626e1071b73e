/** Tests of what models are here. */
@NullMarked
package dev.colloquy.model.domain;

import org.jspecify.annotations.NullMarked;
