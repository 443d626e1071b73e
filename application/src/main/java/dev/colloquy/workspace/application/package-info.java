/** What happens when somebody asks something of workspaces: load, decide, save. */
@NullMarked
package dev.colloquy.workspace.application;

import org.jspecify.annotations.NullMarked;
