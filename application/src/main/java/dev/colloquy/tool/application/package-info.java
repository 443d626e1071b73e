/** The registry of tools, calling them, and those that need nothing but themselves. */
@NullMarked
package dev.colloquy.tool.application;

import org.jspecify.annotations.NullMarked;
