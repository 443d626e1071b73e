/** Workspaces over HTTP. */
@NullMarked
package dev.colloquy.workspace.adapter.rest;

import org.jspecify.annotations.NullMarked;
