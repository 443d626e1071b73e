/** What can be done with usage and quotas. */
@NullMarked
package dev.colloquy.usage.domain.port.in;

import org.jspecify.annotations.NullMarked;
