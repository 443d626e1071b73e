/** How a search is answered. */
@NullMarked
package dev.colloquy.search.application;

import org.jspecify.annotations.NullMarked;
