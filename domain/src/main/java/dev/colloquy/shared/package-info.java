/** What every context may use; it uses none of them. */
@BoundedContext
@NullMarked
package dev.colloquy.shared;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
