/** How views are written as JSON. */
@NullMarked
package dev.colloquy.shared.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
