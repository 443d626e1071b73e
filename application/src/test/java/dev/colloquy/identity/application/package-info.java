/** Identity's use cases on the in-memory adapters. */
@NullMarked
package dev.colloquy.identity.application;

import org.jspecify.annotations.NullMarked;
