/**
 * Usage in PostgreSQL: the ledger, and quotas whose meters are locked one after the other while a
 * call is reserved.
 */
@NullMarked
package dev.colloquy.usage.adapter.persistence;

import org.jspecify.annotations.NullMarked;
