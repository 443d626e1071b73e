/** Search over HTTP. */
@NullMarked
package dev.colloquy.search.adapter.rest;

import org.jspecify.annotations.NullMarked;
