/** Cursors, genuine and forged. */
@NullMarked
package dev.colloquy.shared.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
