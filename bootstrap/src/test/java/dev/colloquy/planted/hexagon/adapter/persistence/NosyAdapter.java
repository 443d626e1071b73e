package dev.colloquy.planted.hexagon.adapter.persistence;

import dev.colloquy.planted.hexagon.adapter.rest.NosyResource;

/** An adapter that knows another one. */
public record NosyAdapter(NosyResource resource) {}
