/** What identity needs: storage, hashing, signing, and what higher contexts do with accounts. */
@NullMarked
package dev.colloquy.identity.domain.port.out;

import org.jspecify.annotations.NullMarked;
