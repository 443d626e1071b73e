/** In-memory adapters, contracts and fixtures of the workspace ports. */
@NullMarked
package dev.colloquy.workspace.testkit;

import org.jspecify.annotations.NullMarked;
