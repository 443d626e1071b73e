/** Lists in parts: limits, signed cursors and the form of their answer. */
@NullMarked
package dev.colloquy.shared.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
