package dev.colloquy.model.domain;

/**
 * A tool that a model wants called.
 *
 * @param id the model's own, by which the answer refers to it
 * @param arguments the text of a JSON object, as the model wrote it: whether it is one, and fits
 *     the tool, is for the caller to check
 */
public record ToolRequest(String id, String name, String arguments) {}
