/** Who sees which event, and what a reader of the feed is told. */
@NullMarked
package dev.colloquy.event.domain;

import org.jspecify.annotations.NullMarked;
