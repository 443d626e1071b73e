/** Tests of tools. */
@NullMarked
package dev.colloquy.tool.domain;

import org.jspecify.annotations.NullMarked;
