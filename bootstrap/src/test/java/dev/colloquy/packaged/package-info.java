/**
 * The packaged application in processes of its own, as operators see it: started, refused, killed,
 * ended in order, two on one database. These tests run after {@code package}.
 */
@NullMarked
package dev.colloquy.packaged;

import org.jspecify.annotations.NullMarked;
