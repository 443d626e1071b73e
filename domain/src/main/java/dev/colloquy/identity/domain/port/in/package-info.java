/** What can be asked of identity. */
@NullMarked
package dev.colloquy.identity.domain.port.in;

import org.jspecify.annotations.NullMarked;
