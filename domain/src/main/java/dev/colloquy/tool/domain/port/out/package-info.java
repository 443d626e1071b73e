/** What tools are made of, and what is needed to call them. */
@NullMarked
package dev.colloquy.tool.domain.port.out;

import org.jspecify.annotations.NullMarked;
