/** Where people work together: workspaces, their members and the invitations to them. */
@BoundedContext(mayUse = "identity")
@NullMarked
package dev.colloquy.workspace;

import dev.colloquy.shared.domain.BoundedContext;
import org.jspecify.annotations.NullMarked;
