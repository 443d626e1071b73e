package dev.colloquy.model.domain;

/** A model that may be used, and where it is called. */
public record CallableModel(Model model, ModelEndpoint endpoint) {}
