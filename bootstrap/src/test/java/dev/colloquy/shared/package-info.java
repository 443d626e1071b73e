/** The shared ports on PostgreSQL, under the contracts that the in-memory adapters keep too. */
@NullMarked
package dev.colloquy.shared;

import org.jspecify.annotations.NullMarked;
