/** The workspace context as clients see it, and its contracts on PostgreSQL. */
@NullMarked
package dev.colloquy.workspace;

import org.jspecify.annotations.NullMarked;
