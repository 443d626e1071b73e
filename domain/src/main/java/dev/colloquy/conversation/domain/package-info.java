/** The model of conversations: who takes part, what may be said, and what happened. */
@NullMarked
package dev.colloquy.conversation.domain;

import org.jspecify.annotations.NullMarked;
