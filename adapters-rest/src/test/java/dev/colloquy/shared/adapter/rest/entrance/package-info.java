/** Where requests come from. */
@NullMarked
package dev.colloquy.shared.adapter.rest.entrance;

import org.jspecify.annotations.NullMarked;
