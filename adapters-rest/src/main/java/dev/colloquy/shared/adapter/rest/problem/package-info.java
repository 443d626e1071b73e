/** Renders every refusal and failure as a problem (RFC 9457), wherever it comes from. */
@NullMarked
package dev.colloquy.shared.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
