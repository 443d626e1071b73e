/** Bodies, well-formed and hostile. */
@NullMarked
package dev.colloquy.shared.adapter.rest.body;

import org.jspecify.annotations.NullMarked;
