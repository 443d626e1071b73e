/** Which language models there are, who provides them, and how one is asked. */
@BoundedContext
@NullMarked
package dev.colloquy.model;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
