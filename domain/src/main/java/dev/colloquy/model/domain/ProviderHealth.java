package dev.colloquy.model.domain;

/**
 * How a provider does.
 *
 * @param circuit whether this node calls it; another one may have fared otherwise
 */
public record ProviderHealth(Provider provider, Circuit circuit) {}
