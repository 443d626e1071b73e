/** In-memory adapters, contracts and fixtures of the shared ports. */
@NullMarked
package dev.colloquy.shared.testkit;

import org.jspecify.annotations.NullMarked;
