/** Conversations and messages over HTTP. */
@NullMarked
package dev.colloquy.conversation.adapter.rest;

import org.jspecify.annotations.NullMarked;
