package dev.colloquy.model.domain;

/** Whether a provider's models may be used. */
public enum ProviderStatus {
  ACTIVE,
  INACTIVE
}
