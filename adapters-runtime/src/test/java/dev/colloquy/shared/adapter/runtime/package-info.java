/** The machine room under the shared contracts. */
@NullMarked
package dev.colloquy.shared.adapter.runtime;

import org.jspecify.annotations.NullMarked;
