/** Tools for tests. */
@NullMarked
package dev.colloquy.tool.testkit;

import org.jspecify.annotations.NullMarked;
