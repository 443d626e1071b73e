/** What the contexts need from the outside world and from one another, in common. */
@NullMarked
package dev.colloquy.shared.domain.port.out;

import org.jspecify.annotations.NullMarked;
