/** The use cases of usage, on in-memory adapters. */
@NullMarked
package dev.colloquy.usage.application;

import org.jspecify.annotations.NullMarked;
