/** Models for tests. */
@NullMarked
package dev.colloquy.model.testkit;

import org.jspecify.annotations.NullMarked;
