/**
 * What can be set from outside, read from the environment and checked before anything is started.
 * {@code docs/configuration.md} lists it.
 */
@NullMarked
package dev.colloquy.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
