/** What workspaces need: their storage, and what higher contexts do when a workspace changes. */
@NullMarked
package dev.colloquy.workspace.domain.port.out;

import org.jspecify.annotations.NullMarked;
