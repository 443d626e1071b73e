package dev.colloquy.model.domain;

/** What a model can do beyond answering. */
public enum Capability {
  STREAMING,
  TOOLS,
  VISION
}
