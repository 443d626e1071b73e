/**
 * What every context of the model shares: identities, the acting party, pages, the unit of work, refusals and events.
 */
@NullMarked
package dev.colloquy.shared.domain;

import org.jspecify.annotations.NullMarked;
