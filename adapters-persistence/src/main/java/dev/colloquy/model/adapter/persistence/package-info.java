/** Models and their providers in PostgreSQL. */
@NullMarked
package dev.colloquy.model.adapter.persistence;

import org.jspecify.annotations.NullMarked;
