/** What can be asked of workspaces. */
@NullMarked
package dev.colloquy.workspace.domain.port.in;

import org.jspecify.annotations.NullMarked;
