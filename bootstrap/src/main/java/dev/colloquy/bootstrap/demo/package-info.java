/**
 * A guided tour: a client of the running application that shows what it does, request by request.
 */
@NullMarked
package dev.colloquy.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
