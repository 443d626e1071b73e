/** The adapters of memory, held to the contracts. */
@NullMarked
package dev.colloquy.model.testkit;

import org.jspecify.annotations.NullMarked;
