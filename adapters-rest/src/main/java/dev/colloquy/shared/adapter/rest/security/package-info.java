/** Lets nobody in whom identity does not know, except where nobody is asked for. */
@NullMarked
package dev.colloquy.shared.adapter.rest.security;

import org.jspecify.annotations.NullMarked;
