/** What models were asked and what it took, and how much may be asked of them. */
@BoundedContext
@NullMarked
package dev.colloquy.usage;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
