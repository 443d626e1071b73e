/** What tests of the running application need around it. */
@NullMarked
package dev.colloquy.bootstrap.testing;

import org.jspecify.annotations.NullMarked;
