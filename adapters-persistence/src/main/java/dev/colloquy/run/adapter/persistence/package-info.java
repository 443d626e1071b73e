/**
 * Runs in PostgreSQL: their rows with lease and epoch, and their streams, which a node writes in
 * batches and shows to its readers from memory once they are committed.
 */
@NullMarked
package dev.colloquy.run.adapter.persistence;

import org.jspecify.annotations.NullMarked;
