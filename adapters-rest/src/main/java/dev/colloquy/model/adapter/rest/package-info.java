/** Models over HTTP. */
@NullMarked
package dev.colloquy.model.adapter.rest;

import org.jspecify.annotations.NullMarked;
