/** Password hashing, access tokens and the keys that sign them. */
@NullMarked
package dev.colloquy.identity.adapter.security;

import org.jspecify.annotations.NullMarked;
