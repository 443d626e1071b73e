/** What this context needs of the outside: stored models, and models that answer. */
@NullMarked
package dev.colloquy.model.domain.port.out;

import org.jspecify.annotations.NullMarked;
