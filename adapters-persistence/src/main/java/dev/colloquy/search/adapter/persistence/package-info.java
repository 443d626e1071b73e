/** Search in PostgreSQL's full text indexes. */
@NullMarked
package dev.colloquy.search.adapter.persistence;

import org.jspecify.annotations.NullMarked;
