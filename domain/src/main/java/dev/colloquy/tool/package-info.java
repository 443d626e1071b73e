/** What models may ask for beyond words: which tools there are, and calling one. */
@BoundedContext
@NullMarked
package dev.colloquy.tool;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
