/** What the use cases of every context share. */
@NullMarked
package dev.colloquy.shared.application;

import org.jspecify.annotations.NullMarked;
