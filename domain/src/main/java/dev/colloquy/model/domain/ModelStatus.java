package dev.colloquy.model.domain;

/** Where a model is in its life here. */
public enum ModelStatus {
  ACTIVE,
  INACTIVE,
  /** Still answers, but is to be left for another. */
  DEPRECATED
}
