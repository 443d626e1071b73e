/** The secret key and what is sealed with it. */
@NullMarked
package dev.colloquy.shared.adapter.security;

import org.jspecify.annotations.NullMarked;
