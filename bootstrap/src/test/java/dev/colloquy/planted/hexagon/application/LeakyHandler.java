package dev.colloquy.planted.hexagon.application;

import dev.colloquy.planted.hexagon.adapter.persistence.NosyAdapter;

/** A use case that knows an adapter. */
public record LeakyHandler(NosyAdapter adapter) {}
