/** What the feed needs from the outside world. */
@NullMarked
package dev.colloquy.event.domain.port.out;

import org.jspecify.annotations.NullMarked;
