/** The first and the last thing that happens to every request: names, checks, failures. */
@NullMarked
package dev.colloquy.shared.adapter.rest.entrance;

import org.jspecify.annotations.NullMarked;
