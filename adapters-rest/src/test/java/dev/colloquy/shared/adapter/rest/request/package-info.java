/** Headers and parameters. */
@NullMarked
package dev.colloquy.shared.adapter.rest.request;

import org.jspecify.annotations.NullMarked;
