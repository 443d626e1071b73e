/** An in-memory search and the contract that it keeps. */
@NullMarked
package dev.colloquy.search.testkit;

import org.jspecify.annotations.NullMarked;
