/** What can be asked of search. */
@NullMarked
package dev.colloquy.search.domain.port.in;

import org.jspecify.annotations.NullMarked;
