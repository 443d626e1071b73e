/**
 * The feed in PostgreSQL: one sequencer in the installation puts committed events in order, one
 * tailer a node reads them and hands them to the node's streams.
 */
@NullMarked
package dev.colloquy.event.adapter.persistence;

import org.jspecify.annotations.NullMarked;
