/** Cryptography that several contexts need: secrets at rest and random values. */
@NullMarked
package dev.colloquy.shared.adapter.security;

import org.jspecify.annotations.NullMarked;
