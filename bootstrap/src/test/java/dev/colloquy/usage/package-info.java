/** Usage and quotas, in PostgreSQL and over HTTP. */
@NullMarked
package dev.colloquy.usage;

import org.jspecify.annotations.NullMarked;
