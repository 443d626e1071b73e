/**
 * What every context speaks with: ids of other contexts' roots, who acts, events, refusals, pages
 * and times. It knows no context.
 */
@NullMarked
package dev.colloquy.shared.domain;

import org.jspecify.annotations.NullMarked;
