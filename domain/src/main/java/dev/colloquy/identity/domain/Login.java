package dev.colloquy.identity.domain;

/** A login that succeeded, or its renewal. */
public record Login(AccessToken access, RefreshToken refresh, Claims claims) {}
