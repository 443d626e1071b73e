/** In-memory adapters, contracts and fixtures of runs. */
@NullMarked
package dev.colloquy.run.testkit;

import org.jspecify.annotations.NullMarked;
