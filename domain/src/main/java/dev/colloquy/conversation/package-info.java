/** What people and models say to one another: conversations, their participants and messages. */
@BoundedContext(mayUse = "workspace")
@NullMarked
package dev.colloquy.conversation;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
