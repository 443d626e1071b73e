/** One answer of a model in a conversation, made durably: asked for, streamed, kept. */
@BoundedContext(mayUse = {"conversation", "model", "tool", "event", "usage"})
@NullMarked
package dev.colloquy.run;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
