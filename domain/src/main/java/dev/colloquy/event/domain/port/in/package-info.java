/** What can be asked of the feed. */
@NullMarked
package dev.colloquy.event.domain.port.in;

import org.jspecify.annotations.NullMarked;
