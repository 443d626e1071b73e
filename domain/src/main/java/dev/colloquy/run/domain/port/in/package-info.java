/** What can be done with runs. */
@NullMarked
package dev.colloquy.run.domain.port.in;

import org.jspecify.annotations.NullMarked;
