/** Identity's rules. */
@NullMarked
package dev.colloquy.identity.domain;

import org.jspecify.annotations.NullMarked;
