/** Runs over HTTP: asked for, read, streamed, called off and done again. */
@NullMarked
package dev.colloquy.run.adapter.rest;

import org.jspecify.annotations.NullMarked;
