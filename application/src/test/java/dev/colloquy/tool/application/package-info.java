/** Tests of the use cases of tools. */
@NullMarked
package dev.colloquy.tool.application;

import org.jspecify.annotations.NullMarked;
