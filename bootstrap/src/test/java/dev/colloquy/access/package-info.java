/** Who may do what: every operation of the API's description tried by everybody. */
@NullMarked
package dev.colloquy.access;

import org.jspecify.annotations.NullMarked;
