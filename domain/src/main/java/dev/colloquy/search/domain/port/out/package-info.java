/** What search needs from the outside world. */
@NullMarked
package dev.colloquy.search.domain.port.out;

import org.jspecify.annotations.NullMarked;
