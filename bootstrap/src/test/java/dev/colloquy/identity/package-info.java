/** Identity on the running application and on PostgreSQL. */
@NullMarked
package dev.colloquy.identity;

import org.jspecify.annotations.NullMarked;
