/** Conversations as they run: over HTTP, and their adapters on PostgreSQL. */
@NullMarked
package dev.colloquy.conversation;

import org.jspecify.annotations.NullMarked;
