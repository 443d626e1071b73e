/** Reading, following and opening the feed of events. */
@NullMarked
package dev.colloquy.event.application;

import org.jspecify.annotations.NullMarked;
