package dev.colloquy.model.domain;

/**
 * A tool that a model may ask for.
 *
 * @param parameters the text of a JSON Schema of its arguments
 */
public record ToolOffer(String name, String description, String parameters) {}
