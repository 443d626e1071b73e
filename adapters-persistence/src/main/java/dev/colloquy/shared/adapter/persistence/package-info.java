/** Units of work and SQL on PostgreSQL, for the persistence adapters of every context. */
@NullMarked
package dev.colloquy.shared.adapter.persistence;

import org.jspecify.annotations.NullMarked;
