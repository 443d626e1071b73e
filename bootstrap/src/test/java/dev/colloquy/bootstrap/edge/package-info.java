/** What the HTTP edge promises, whatever stands behind it. */
@NullMarked
package dev.colloquy.bootstrap.edge;

import org.jspecify.annotations.NullMarked;
