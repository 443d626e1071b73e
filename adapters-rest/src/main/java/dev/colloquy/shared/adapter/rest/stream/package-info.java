/** Answers that stay open: server-sent events, written as fast as they are read. */
@NullMarked
package dev.colloquy.shared.adapter.rest.stream;

import org.jspecify.annotations.NullMarked;
