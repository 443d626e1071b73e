/** Proves what is read from the environment, and each refusal. */
@NullMarked
package dev.colloquy.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
