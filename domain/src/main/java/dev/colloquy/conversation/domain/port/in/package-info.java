/** What can be asked of conversations. */
@NullMarked
package dev.colloquy.conversation.domain.port.in;

import org.jspecify.annotations.NullMarked;
