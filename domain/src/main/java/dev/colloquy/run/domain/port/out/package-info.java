/** What runs need of the outside: where they are kept, and where their streams are written. */
@NullMarked
package dev.colloquy.run.domain.port.out;

import org.jspecify.annotations.NullMarked;
