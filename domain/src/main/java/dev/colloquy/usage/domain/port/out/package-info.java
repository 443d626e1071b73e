/** What usage needs of the outside: where it is metered, where quotas are kept, what is read. */
@NullMarked
package dev.colloquy.usage.domain.port.out;

import org.jspecify.annotations.NullMarked;
