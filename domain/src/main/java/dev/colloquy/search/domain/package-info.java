/** What is searched for and what is found. */
@NullMarked
package dev.colloquy.search.domain;

import org.jspecify.annotations.NullMarked;
