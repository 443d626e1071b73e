/** Tools: what they are called, what they take, and what they come to. */
@NullMarked
package dev.colloquy.tool.domain;

import org.jspecify.annotations.NullMarked;
