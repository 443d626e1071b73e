/** Streams without a connection. */
@NullMarked
package dev.colloquy.shared.adapter.rest.stream;

import org.jspecify.annotations.NullMarked;
