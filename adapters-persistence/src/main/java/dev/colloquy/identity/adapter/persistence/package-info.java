/** Accounts, sessions, keys and counters in PostgreSQL. */
@NullMarked
package dev.colloquy.identity.adapter.persistence;

import org.jspecify.annotations.NullMarked;
