package dev.colloquy.shared.domain;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One try of a request that is to have its effect once.
 *
 * @param actor who tries; keys of the same name of different users are different keys
 * @param key what the caller named the request; empty where he did not and repeats are new requests
 * @param fingerprint SHA-256 of method, path and raw body, in hexadecimal: the same key stands for
 *     the same request only
 * @param mayStillSee fails, with {@code AccessDenied} for one, where the stored answer is no longer
 *     the actor's to see
 */
public record Attempt(
    Actor.OfUser actor,
    Optional<String> key,
    String fingerprint,
    Supplier<CompletionStage<Void>> mayStillSee) {}
