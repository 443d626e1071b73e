/** In-memory adapters, contracts and fixtures of conversations. */
@NullMarked
package dev.colloquy.conversation.testkit;

import org.jspecify.annotations.NullMarked;
