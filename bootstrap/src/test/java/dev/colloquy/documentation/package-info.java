/** Holds the documents to their word: what they name exists, what they show happens. */
@NullMarked
package dev.colloquy.documentation;

import org.jspecify.annotations.NullMarked;
