/** The model of workspaces: who owns them, who belongs to them, and what happened to them. */
@NullMarked
package dev.colloquy.workspace.domain;

import org.jspecify.annotations.NullMarked;
