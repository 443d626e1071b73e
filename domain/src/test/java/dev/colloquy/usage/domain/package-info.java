/** The model of usage and quotas. */
@NullMarked
package dev.colloquy.usage.domain;

import org.jspecify.annotations.NullMarked;
