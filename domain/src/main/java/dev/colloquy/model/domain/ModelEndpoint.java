package dev.colloquy.model.domain;

import java.net.URI;
import java.util.Optional;

/**
 * Where a call goes and in whose protocol.
 *
 * @param provider whose server it is
 * @param version which of the provider's settings these are
 * @param baseUrl with the API's version in its path, or without, which means {@code /v1}; the
 *     kind's public one where empty
 * @param key what authenticates the call; empty where the server wants none
 * @param dialect how this server differs from the protocol's first one
 * @param limited whether only so many calls a minute may be made
 */
public record ModelEndpoint(
    ProviderId provider,
    long version,
    ProviderKind kind,
    Optional<URI> baseUrl,
    Optional<ProviderKey> key,
    Dialect dialect,
    boolean limited) {}
