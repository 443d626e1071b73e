/** The adapters of memory, held to the contracts. */
@NullMarked
package dev.colloquy.tool.testkit;

import org.jspecify.annotations.NullMarked;
