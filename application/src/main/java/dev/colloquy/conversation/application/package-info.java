/** What is done about conversations: one handler for each in-port. */
@NullMarked
package dev.colloquy.conversation.application;

import org.jspecify.annotations.NullMarked;
