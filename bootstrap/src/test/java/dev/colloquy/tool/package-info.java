/** Tools on the running application. */
@NullMarked
package dev.colloquy.tool;

import org.jspecify.annotations.NullMarked;
