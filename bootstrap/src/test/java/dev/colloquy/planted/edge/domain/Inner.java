package dev.colloquy.planted.edge.domain;

/** A value of the model. */
public record Inner(String value) {}
