/** How answers are made: versions, locations, and the same answer to a repeated request. */
@NullMarked
package dev.colloquy.shared.adapter.rest.answer;

import org.jspecify.annotations.NullMarked;
