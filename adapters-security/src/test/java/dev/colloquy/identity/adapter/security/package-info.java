/** Hashes, tokens and keys under attack. */
@NullMarked
package dev.colloquy.identity.adapter.security;

import org.jspecify.annotations.NullMarked;
