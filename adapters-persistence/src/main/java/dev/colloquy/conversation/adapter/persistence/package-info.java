/** Conversations and their messages in PostgreSQL. */
@NullMarked
package dev.colloquy.conversation.adapter.persistence;

import org.jspecify.annotations.NullMarked;
