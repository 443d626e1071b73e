package dev.colloquy.planted.hexagon.adapter.rest;

import dev.colloquy.planted.hexagon.application.LeakyHandler;
import org.jspecify.annotations.Nullable;

/** An adapter that knows a use case. */
public record NosyResource(@Nullable LeakyHandler handler) {}
