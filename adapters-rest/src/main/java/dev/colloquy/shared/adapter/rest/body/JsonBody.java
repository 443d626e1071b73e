package dev.colloquy.shared.adapter.rest.body;

/**
 * A request record that binds itself. Each has a static {@code from(Fields)} that reads every field
 * it knows and returns the record; whatever it did not ask for is an unknown field.
 */
public interface JsonBody {}
