/**
 * The architecture, as rules that fail the build. Each rule is shown to bite on a planted fault.
 */
@NullMarked
package dev.colloquy.architecture;

import org.jspecify.annotations.NullMarked;
