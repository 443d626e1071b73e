/** What conversations need from the outside world. */
@NullMarked
package dev.colloquy.conversation.domain.port.out;

import org.jspecify.annotations.NullMarked;
