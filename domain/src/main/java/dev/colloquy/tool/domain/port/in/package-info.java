/** What can be done with tools. */
@NullMarked
package dev.colloquy.tool.domain.port.in;

import org.jspecify.annotations.NullMarked;
