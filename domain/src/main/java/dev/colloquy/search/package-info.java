/** Finding what was said and what it was about, over everything that the caller may read. */
@BoundedContext(mayUse = {"tool"})
@NullMarked
package dev.colloquy.search;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
