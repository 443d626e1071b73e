/** The ledger of finished model calls, quotas, and what calls under way have reserved of them. */
@NullMarked
package dev.colloquy.usage.domain;

import org.jspecify.annotations.NullMarked;
