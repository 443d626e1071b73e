/** Use cases on the in-memory adapters. */
@NullMarked
package dev.colloquy.shared.application;

import org.jspecify.annotations.NullMarked;
