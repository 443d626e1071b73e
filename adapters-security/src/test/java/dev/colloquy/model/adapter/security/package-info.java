/** Tests of how providers' keys are sealed. */
@NullMarked
package dev.colloquy.model.adapter.security;

import org.jspecify.annotations.NullMarked;
