/** Tools over HTTP. */
@NullMarked
package dev.colloquy.tool.adapter.rest;

import org.jspecify.annotations.NullMarked;
