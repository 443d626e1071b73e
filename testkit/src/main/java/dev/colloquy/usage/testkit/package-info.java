/** In-memory adapters of usage, and the contracts that they and PostgreSQL keep. */
@NullMarked
package dev.colloquy.usage.testkit;

import org.jspecify.annotations.NullMarked;
