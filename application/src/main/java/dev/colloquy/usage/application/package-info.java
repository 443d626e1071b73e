/** The use cases of usage and quotas. */
@NullMarked
package dev.colloquy.usage.application;

import org.jspecify.annotations.NullMarked;
