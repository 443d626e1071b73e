/** Workspaces, members and invitations in PostgreSQL. */
@NullMarked
package dev.colloquy.workspace.adapter.persistence;

import org.jspecify.annotations.NullMarked;
