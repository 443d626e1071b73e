/** The in-memory adapters keep the contracts that they stand in for. */
@NullMarked
package dev.colloquy.shared.testkit;

import org.jspecify.annotations.NullMarked;
