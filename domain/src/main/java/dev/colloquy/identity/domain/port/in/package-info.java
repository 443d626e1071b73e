/** What can be done with accounts, sessions and keys. */
@NullMarked
package dev.colloquy.identity.domain.port.in;

import org.jspecify.annotations.NullMarked;
