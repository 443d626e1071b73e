/** Identity's ports in memory, the contracts that every adapter keeps, and fixtures. */
@NullMarked
package dev.colloquy.identity.testkit;

import org.jspecify.annotations.NullMarked;
