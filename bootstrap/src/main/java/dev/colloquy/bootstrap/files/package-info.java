/** What is done to whole folders, for whoever lays the ground of a start. */
@NullMarked
package dev.colloquy.bootstrap.files;

import org.jspecify.annotations.NullMarked;
