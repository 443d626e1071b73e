/**
 * The PostgreSQL that Colloquy brings along: unpacks it, makes a cluster, starts it as a child
 * process, restarts it when it dies and stops it last.
 */
@NullMarked
package dev.colloquy.bootstrap.postgres;

import org.jspecify.annotations.NullMarked;
