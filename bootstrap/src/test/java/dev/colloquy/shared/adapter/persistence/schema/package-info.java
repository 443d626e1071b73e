/** Proves the preparation on a real PostgreSQL, which this module brings. */
@NullMarked
package dev.colloquy.shared.adapter.persistence.schema;

import org.jspecify.annotations.NullMarked;
