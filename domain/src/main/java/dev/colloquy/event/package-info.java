/** The ordered feed of everything that happened: pages of it, live streams and their tickets. */
@BoundedContext
@NullMarked
package dev.colloquy.event;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
