/** The use cases of identity. */
@NullMarked
package dev.colloquy.identity.application;

import org.jspecify.annotations.NullMarked;
